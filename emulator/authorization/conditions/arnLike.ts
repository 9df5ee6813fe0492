import { matchesArn } from "./arnPattern.ts";
import type { ConditionOperator } from "./conditionOperator.ts";

/** An ARN, each part by itself, with `*` and `?`. Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators". */
export const arnLike: ConditionOperator = { name: "ArnLike", matches: matchesArn };
