import type { ConditionOperator } from "./conditionOperator.ts";
import { checkNumber, comparesNumbers } from "./numericValue.ts";

/** The same number. Source: IAM User Guide, "Numeric condition operators". */
export const numericEquals: ConditionOperator = {
  name: "NumericEquals",
  matches: comparesNumbers((requested, stated) => requested === stated),
  check: checkNumber,
};
