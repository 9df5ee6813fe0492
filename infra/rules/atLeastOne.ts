import type { Rule } from "./rule.ts";

/** A list that may not be empty. */
export function atLeastOne(thing: string): Rule<readonly unknown[]> {
  return { allowed: `at least one ${thing}`, accepts: (list) => list.length > 0 };
}
