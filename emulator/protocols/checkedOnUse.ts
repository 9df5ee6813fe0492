import type { ZodType } from "zod";

/** Members of a JSON object, each checked when it is first asked for: a process uses few of all that API models describe. */
export class CheckedOnUse<Value> {
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #schema: ZodType<Value>;
  readonly #checked = new Map<string, Value>();

  constructor(members: Readonly<Record<string, unknown>>, schema: ZodType<Value>) {
    this.#members = members;
    this.#schema = schema;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  /** Throws a ZodError for a member that is not what it should be. */
  get(name: string): Value | undefined {
    const known = this.#checked.get(name);
    if (known !== undefined || !this.has(name)) return known;
    const value = this.#schema.parse(this.#members[name]);
    this.#checked.set(name, value);
    return value;
  }

  names(): string[] {
    return Object.keys(this.#members);
  }
}
