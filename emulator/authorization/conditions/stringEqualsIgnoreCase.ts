import type { ConditionOperator } from "./conditionOperator.ts";

/** Exact, in any case of letters. Source: IAM User Guide, "String condition operators". */
export const stringEqualsIgnoreCase: ConditionOperator = {
  name: "StringEqualsIgnoreCase",
  matches: (requested, stated) => requested.toLowerCase() === stated.toLowerCase(),
};
