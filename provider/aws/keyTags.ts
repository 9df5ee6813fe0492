import type { Tags } from "./tags.ts";

/** Tags as KMS wants them. */
export function keyTags(tagsToSet: Tags = {}): { TagKey: string; TagValue: string }[] {
  return Object.entries(tagsToSet).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
}
