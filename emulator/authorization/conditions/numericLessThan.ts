import type { ConditionOperator } from "./conditionOperator.ts";
import { checkNumber, comparesNumbers } from "./numericValue.ts";

/** A smaller number than the policy states. Source: IAM User Guide, "Numeric condition operators". */
export const numericLessThan: ConditionOperator = {
  name: "NumericLessThan",
  matches: comparesNumbers((requested, stated) => requested < stated),
  check: checkNumber,
};
