import type { ConditionValues } from "./conditionContext.ts";

/** A tag as most services state it. */
interface StatedTag {
  readonly Key?: string;
  readonly Value?: string;
}

/** `aws:RequestTag/…` and `aws:TagKeys` of the tags that a request states; neither is there without tags. */
export function requestTags(tags: readonly StatedTag[] = []): ConditionValues {
  if (tags.length === 0) return {};
  const values = tags.map(({ Key = "", Value = "" }) => [`aws:RequestTag/${Key}`, Value] as const);
  return { ...Object.fromEntries(values), "aws:TagKeys": tags.map(({ Key = "" }) => Key) };
}
