import type { Rule } from "./rule.ts";

/** The waiting period before a key is deleted for good. Source: KMS API Reference, ScheduleKeyDeletion. */
export const deletionWindow: Rule<number> = {
  allowed: "a whole number of days from 7 to 30",
  accepts: (days) => Number.isInteger(days) && days >= 7 && days <= 30,
};
