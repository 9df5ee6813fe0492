import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { expectedBucket, s3Access } from "../s3Access.ts";
import { existingObjectTags } from "./existingObjectTags.ts";

/** What every request about the tags of an object says. */
interface TaggingRequest {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
  readonly ExpectedBucketOwner?: string;
}

/** The permission to do something with the tags of an object, or of one version of it. */
export function taggingAccess(
  context: CallContext,
  { Bucket, Key, VersionId, ExpectedBucketOwner }: TaggingRequest,
  verb: "Get" | "Put" | "Delete",
  conditions: ConditionValues = {},
): readonly NeededAccess[] {
  const bucket = expectedBucket(context, { Bucket, ExpectedBucketOwner });
  const action = VersionId === undefined ? `${verb}ObjectTagging` : `${verb}ObjectVersionTagging`;
  const existing = existingObjectTags(bucket, Key, VersionId);
  return [s3Access(context, bucket, action, Key, { "s3:versionid": VersionId, ...existing, ...conditions })];
}
