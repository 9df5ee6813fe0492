import { arnLike } from "./arnLike.ts";
import type { ConditionOperator } from "./conditionOperator.ts";

/** The same as `ArnLike`, wildcards included. Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators". */
export const arnEquals: ConditionOperator = { ...arnLike, name: "ArnEquals" };
