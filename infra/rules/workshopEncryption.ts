import type { Rule } from "./rule.ts";

/** Whose key encrypts the table of a workshop. */
export const workshopEncryption: Rule<string> = {
  allowed: '"owned", "aws-managed" or "customer-managed"',
  accepts: (encryption) => ["owned", "aws-managed", "customer-managed"].includes(encryption),
};
