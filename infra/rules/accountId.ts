import type { Rule } from "./rule.ts";

/** The id of an AWS account. */
export const accountId: Rule<string> = {
  allowed: "an account id of twelve digits",
  accepts: (id) => /^\d{12}$/.test(id),
};
