import type { ConditionOperator } from "./conditionOperator.ts";
import { checkNumber, comparesNumbers } from "./numericValue.ts";

/** At least the number that the policy states. Source: IAM User Guide, "Numeric condition operators". */
export const numericGreaterThanEquals: ConditionOperator = {
  name: "NumericGreaterThanEquals",
  matches: comparesNumbers((requested, stated) => requested >= stated),
  check: checkNumber,
};
