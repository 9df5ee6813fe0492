import type { ConditionOperator } from "./conditionOperator.ts";

/** Exact and case-sensitive. Source: IAM User Guide, "String condition operators". */
export const stringEquals: ConditionOperator = {
  name: "StringEquals",
  matches: (requested, stated) => requested === stated,
};
