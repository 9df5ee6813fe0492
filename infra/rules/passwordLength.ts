import type { Rule } from "./rule.ts";

/** The shortest password that a password policy lets in. Source: IAM User Guide, "Set an account password policy for IAM users". */
export const passwordLength: Rule<number> = {
  allowed: "a whole number from 6 to 128",
  accepts: (length) => Number.isInteger(length) && length >= 6 && length <= 128,
};
