import type { ConditionOperator } from "./conditionOperator.ts";
import { checkNumber, comparesNumbers } from "./numericValue.ts";

/** A greater number than the policy states. Source: IAM User Guide, "Numeric condition operators". */
export const numericGreaterThan: ConditionOperator = {
  name: "NumericGreaterThan",
  matches: comparesNumbers((requested, stated) => requested > stated),
  check: checkNumber,
};
