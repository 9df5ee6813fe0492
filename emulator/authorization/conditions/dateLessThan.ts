import type { ConditionOperator } from "./conditionOperator.ts";
import { checkDate, comparesDates } from "./dateValue.ts";

/** Before the point in time that the policy states. Source: IAM User Guide, "Date condition operators". */
export const dateLessThan: ConditionOperator = {
  name: "DateLessThan",
  matches: comparesDates((requested, stated) => requested < stated),
  check: checkDate,
};
