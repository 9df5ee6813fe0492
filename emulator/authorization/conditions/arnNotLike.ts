import { negation, type ConditionOperator } from "./conditionOperator.ts";
import { arnLike } from "./arnLike.ts";

/** Everything that `ArnLike` does not match. */
export const arnNotLike: ConditionOperator = negation(arnLike, "ArnNotLike");
