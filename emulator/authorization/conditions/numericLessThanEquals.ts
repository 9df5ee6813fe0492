import type { ConditionOperator } from "./conditionOperator.ts";
import { checkNumber, comparesNumbers } from "./numericValue.ts";

/** At most the number that the policy states. Source: IAM User Guide, "Numeric condition operators". */
export const numericLessThanEquals: ConditionOperator = {
  name: "NumericLessThanEquals",
  matches: comparesNumbers((requested, stated) => requested <= stated),
  check: checkNumber,
};
