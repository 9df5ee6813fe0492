import type { Rule } from "./rule.ts";

/** The kinds of table encryption that have a name of their own; the third kind is a customer managed key. */
export const tableEncryption: Rule<string> = {
  allowed: '"owned", "aws-managed" or an EncryptionKey',
  accepts: (encryption) => encryption === "owned" || encryption === "aws-managed",
};
