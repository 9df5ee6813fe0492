import { matchesPattern } from "../matchesPattern.ts";
import type { ConditionOperator } from "./conditionOperator.ts";

/** Case-sensitive, with `*` and `?`. Source: IAM User Guide, "String condition operators". */
export const stringLike: ConditionOperator = {
  name: "StringLike",
  hasWildcards: true,
  matches: (requested, stated) => matchesPattern(stated, requested),
};
