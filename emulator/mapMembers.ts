import { setMember } from "./setMember.ts";

/**
 * An object with the same members, each as `of` makes it, and without those that it makes `undefined`. Does what
 * `Object.fromEntries` with `Object.entries` does, in a fraction of the time.
 */
export function mapMembers<Value, Result>(
  value: Readonly<Record<string, Value>>,
  of: (member: Value, name: string) => Result | undefined,
): Record<string, Result> {
  const result: Record<string, Result> = {};
  for (const name of Object.keys(value)) {
    const member = value[name];
    const made = member === undefined ? undefined : of(member, name);
    if (made !== undefined) setMember(result, name, made);
  }
  return result;
}
