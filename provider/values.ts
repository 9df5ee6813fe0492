/** Stands for a value that the engine does not know yet: in a preview, an output of a resource that is not made. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A value that the engine keeps encrypted in its state and masks in its output. */
export class Secret {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/** What a property of a resource may hold on its way between the engine and a resource type. */
export type Value = string | number | boolean | typeof UNKNOWN | Secret | readonly Value[] | Properties;

/** The properties of a resource: its inputs, or its recorded state. */
export interface Properties {
  readonly [name: string]: Value;
}

/** Lays secrets open, at any depth. What is unknown stays so. */
export function reveal(value: Value): unknown {
  if (value instanceof Secret) {
    return reveal(value.value);
  }
  if (isList(value)) {
    return value.map(reveal);
  }
  return typeof value === "object" ? revealAll(value) : value;
}

/** Lays open the secrets of every property. */
export function revealAll(properties: Properties): Record<string, unknown> {
  return mapProperties(properties, reveal);
}

/**
 * What a resource type answered, as a value; undefined if it holds nothing.
 *
 * @throws Error for what no property can hold, e.g. a Date.
 */
export function toValue(answer: unknown): Value | undefined {
  if (answer === undefined || answer === null) {
    return undefined;
  }
  if (typeof answer === "string" || typeof answer === "number" || typeof answer === "boolean" || answer === UNKNOWN) {
    return answer;
  }
  if (Array.isArray(answer)) {
    return answer.flatMap((item) => toValue(item) ?? []);
  }
  if (typeof answer === "object" && Object.getPrototypeOf(answer) === Object.prototype) {
    return toProperties(answer);
  }
  throw new Error(`a property cannot hold a ${typeof answer}`);
}

/** What a resource type answered, as properties; those that hold nothing are left out. */
export function toProperties(answer: object): Properties {
  const properties: Record<string, Value> = {};
  for (const [name, part] of Object.entries<unknown>({ ...answer })) {
    const value = toValue(part);
    if (value !== undefined) {
      properties[name] = value;
    }
  }
  return properties;
}

/** Applies a function to every property. */
export function mapProperties<From, To>(
  properties: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, change(value, name)]));
}

/** Whether a value is, or holds at any depth, something unknown. */
export function containsUnknown(value: unknown): boolean {
  return contains(value, (part) => part === UNKNOWN);
}

/** Whether a value is, or holds at any depth, a secret. */
export function containsSecret(value: unknown): boolean {
  return contains(value, (part) => part instanceof Secret);
}

/** Whether a value is a list; unlike Array.isArray, it knows the type of read-only lists. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is a group of properties. */
export function isProperties(value: Value | undefined): value is Properties {
  return typeof value === "object" && !(value instanceof Secret) && !isList(value);
}

function contains(value: unknown, wanted: (part: unknown) => boolean): boolean {
  if (wanted(value)) {
    return true;
  }
  return typeof value === "object" && value !== null && Object.values(value).some((part) => contains(part, wanted));
}
