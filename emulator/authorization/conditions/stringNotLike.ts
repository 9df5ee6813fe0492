import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { stringLike } from "./stringLike.ts";

/** Everything that `StringLike` does not match. */
export const stringNotLike: ConditionOperator = negation(stringLike, "StringNotLike");
