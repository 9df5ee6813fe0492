import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { numericEquals } from "./numericEquals.ts";

/** Everything that `NumericEquals` does not match. */
export const numericNotEquals: ConditionOperator = negation(numericEquals, "NumericNotEquals");
