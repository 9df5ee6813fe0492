import type { ConditionOperator } from "./conditionOperator.ts";
import { checkDate, comparesDates } from "./dateValue.ts";

/** Before or at the point in time that the policy states. Source: IAM User Guide, "Date condition operators". */
export const dateLessThanEquals: ConditionOperator = {
  name: "DateLessThanEquals",
  matches: comparesDates((requested, stated) => requested <= stated),
  check: checkDate,
};
