import { checkBoolean } from "./booleanValue.ts";
import type { ConditionOperator } from "./conditionOperator.ts";

/** `true` or `false`, in any case of letters. Source: IAM User Guide, "Boolean condition operators". */
export const bool: ConditionOperator = {
  name: "Bool",
  matches: (requested, stated) => requested.toLowerCase() === stated.toLowerCase(),
  check: checkBoolean,
};
