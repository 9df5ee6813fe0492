import { matchesArn } from "../matchesArn.ts";
import type { ConditionOperator } from "./conditionOperator.ts";

/**
 * An ARN, each of its six parts by itself, with `*` and `?`. What has fewer parts matches nothing; `*` alone matches every
 * ARN (the documentation does not say so).
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
export const arnLike: ConditionOperator = {
  name: "ArnLike",
  hasWildcards: true,
  matches: (requested, stated) =>
    hasSixParts(requested) && (stated === "*" || hasSixParts(stated)) && matchesArn(stated, requested),
};

function hasSixParts(text: string): boolean {
  return text.split(":", 6).length === 6;
}
