import type { ConditionValues } from "./conditionContext.ts";

/** The condition keys of tags that something has: their names behind a beginning such as `aws:ResourceTag/`. */
export function tagConditions(prefix: string, tags: ReadonlyMap<string, string> = new Map()): ConditionValues {
  return Object.fromEntries([...tags].map(([key, value]) => [`${prefix}${key}`, value]));
}
