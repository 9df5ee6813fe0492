import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { tagConditions } from "../../../authorization/conditions/tagConditions.ts";

/** `s3:RequestObjectTag/…` and `s3:RequestObjectTagKeys` of the tags that a request states for an object; neither without tags. */
export function requestObjectTags(tags: ReadonlyMap<string, string> = new Map()): ConditionValues {
  if (tags.size === 0) return {};
  return { ...tagConditions("s3:RequestObjectTag/", tags), "s3:RequestObjectTagKeys": [...tags.keys()] };
}
