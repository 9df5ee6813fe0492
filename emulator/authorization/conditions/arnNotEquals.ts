import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { arnEquals } from "./arnEquals.ts";

/** Everything that `ArnEquals` does not match. */
export const arnNotEquals: ConditionOperator = negation(arnEquals, "ArnNotEquals");
