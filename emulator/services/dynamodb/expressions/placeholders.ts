import { AwsError } from "../../../awsError.ts";
import { mapMembers } from "../../../mapMembers.ts";
import { validationException } from "../errors.ts";
import { attributeOf, type AttributeValue } from "../values/attributeValue.ts";
import { parseAttributeValue, type RawItem } from "../values/parseAttributeValue.ts";

/** What the placeholders of a request's expressions stand for, and which of them have been used. */
export class Placeholders {
  readonly #names: Readonly<Record<string, string>>;
  readonly #values: Readonly<Record<string, AttributeValue>>;
  readonly #used = new Set<string>();

  /** Throws ValidationException for placeholders of the wrong form, and for wrong values. */
  constructor(names: Readonly<Record<string, string>> | undefined, values: RawItem | undefined) {
    checkPlaceholders("ExpressionAttributeNames", names, /^#\w+$/);
    checkPlaceholders("ExpressionAttributeValues", values, /^:\w+$/);
    this.#names = names ?? {};
    this.#values = mapMembers(values ?? {}, (raw, key) => parseValue(key, raw));
  }

  /** The attribute's name that `#name` stands for. */
  name(placeholder: string): string | undefined {
    this.#used.add(placeholder);
    return Object.hasOwn(this.#names, placeholder) ? this.#names[placeholder] : undefined;
  }

  /** The value that `:value` stands for. */
  value(placeholder: string): AttributeValue | undefined {
    this.#used.add(placeholder);
    return attributeOf(this.#values, placeholder);
  }

  /** Throws ValidationException if an expression has no use for one of them. */
  checkAllUsed(): void {
    this.#checkUsed("ExpressionAttributeNames", Object.keys(this.#names));
    this.#checkUsed("ExpressionAttributeValues", Object.keys(this.#values));
  }

  #checkUsed(parameter: string, placeholders: readonly string[]): void {
    const unused = placeholders.filter((placeholder) => !this.#used.has(placeholder));
    if (unused.length === 0) return;
    throw validationException(`Value provided in ${parameter} unused in expressions: keys: {${unused.join(", ")}}`);
  }
}

function checkPlaceholders(parameter: string, given: object | undefined, form: RegExp): void {
  if (!given) return;
  const keys = Object.keys(given);
  if (keys.length === 0) throw validationException(`${parameter} must not be empty`);
  const invalid = keys.find((key) => !form.test(key));
  if (invalid !== undefined) {
    throw validationException(`${parameter} contains invalid key: Syntax error; key: "${invalid}"`);
  }
}

function parseValue(placeholder: string, raw: RawItem[string]): AttributeValue {
  try {
    return parseAttributeValue(raw);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw validationException(
      `ExpressionAttributeValues contains invalid value: ${error.message} for key ${placeholder}`,
    );
  }
}
