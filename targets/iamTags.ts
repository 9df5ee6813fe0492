import type { Tag } from "@aws-sdk/client-iam";

/** Tags as IAM wants them. */
export function iamTags(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
