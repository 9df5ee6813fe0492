import type { ConditionOperator } from "./conditionOperator.ts";
import { checkDate, comparesDates } from "./dateValue.ts";

/** The same point in time. Source: IAM User Guide, "Date condition operators". */
export const dateEquals: ConditionOperator = {
  name: "DateEquals",
  matches: comparesDates((requested, stated) => requested === stated),
  check: checkDate,
};
