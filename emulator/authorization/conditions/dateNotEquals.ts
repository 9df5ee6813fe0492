import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { dateEquals } from "./dateEquals.ts";

/** Everything that `DateEquals` does not match. */
export const dateNotEquals: ConditionOperator = negation(dateEquals, "DateNotEquals");
