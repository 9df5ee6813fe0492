import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { tagConditions } from "../../../authorization/conditions/tagConditions.ts";
import { versionOf, type Bucket } from "../bucket.ts";

/** `s3:ExistingObjectTag/…` of an object, or of one version of it. Source: S3 User Guide, "Tagging and access control policies". */
export function existingObjectTags(bucket: Bucket, key: string, versionId: string | undefined): ConditionValues {
  return tagConditions("s3:ExistingObjectTag/", versionOf(bucket, key, versionId)?.content?.tags);
}
