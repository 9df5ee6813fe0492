import type { Rule } from "./rule.ts";

/** Whether a key can be replicated. Source: KMS Developer Guide, "Multi-Region keys in AWS KMS". */
export const primaryKey: Rule<boolean> = {
  allowed: "true, as only a multi-Region key can be replicated",
  accepts: (multiRegion) => multiRegion,
};
