import type { Rule } from "./rule.ts";

/** A name that stands elsewhere in the same workshop. */
export function oneOfNames(known: readonly string[]): Rule<string> {
  return {
    allowed: known.length === 0 ? "nothing, as there is nothing to name" : known.join(" or "),
    accepts: (name) => known.includes(name),
  };
}
