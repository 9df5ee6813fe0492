import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { stringEquals } from "./stringEquals.ts";

/** Everything that `StringEquals` does not match. */
export const stringNotEquals: ConditionOperator = negation(stringEquals, "StringNotEquals");
