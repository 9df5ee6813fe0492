import type { Rule } from "./rule.ts";

/** The threshold of an alarm. */
export const positiveNumber: Rule<number> = {
  allowed: "a number above 0",
  accepts: (value) => value > 0,
};
