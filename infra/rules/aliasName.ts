import type { Rule } from "./rule.ts";

/**
 * The name of a key's alias, without `alias/` as the console shows it. `aws/…` belongs to AWS managed keys.
 * Source: KMS Developer Guide, "Create aliases" (256 characters, of which `alias/` takes six).
 */
export const aliasName: Rule<string> = {
  allowed: 'a name of 1 to 250 letters, digits, "/", "_" and "-" that starts neither with "alias/" nor with "aws/"',
  accepts: (alias) => /^(?!alias\/|aws\/)[\w/-]{1,250}$/.test(alias),
};
