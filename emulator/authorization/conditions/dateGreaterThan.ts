import type { ConditionOperator } from "./conditionOperator.ts";
import { checkDate, comparesDates } from "./dateValue.ts";

/** After the point in time that the policy states. Source: IAM User Guide, "Date condition operators". */
export const dateGreaterThan: ConditionOperator = {
  name: "DateGreaterThan",
  matches: comparesDates((requested, stated) => requested > stated),
  check: checkDate,
};
