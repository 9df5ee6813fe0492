import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { versionOf } from "../bucket.ts";
import { readTaggingHeader } from "../objectTags/readTaggingHeader.ts";
import { requestObjectTags } from "../objectTags/requestObjectTags.ts";
import { findBucket, findBucketAnywhere, s3Access } from "../s3Access.ts";
import { parseSource } from "./copySource.ts";

/** What a request says of the tags of a copy. */
export interface AskedTags {
  readonly Bucket: string;
  readonly Key: string;
  readonly CopySource: string;
  readonly Tagging?: string;
  readonly TaggingDirective?: string;
}

/** The tags of a copy: those of its source, or those that the request states (`REPLACE`). */
export function copiedTags(context: CallContext, asked: AskedTags): ReadonlyMap<string, string> | undefined {
  if (asked.TaggingDirective === "REPLACE") return readTaggingHeader(asked.Tagging);
  const { bucket, key, versionId } = parseSource(asked.CopySource);
  return versionOf(findBucketAnywhere(context, bucket), key, versionId)?.content?.tags;
}

/** What copying tags needs, where there are any. Source: S3 API Reference, CopyObject, "Permissions"; "Object tagging". */
export function copiedTagsAccess(context: CallContext, asked: AskedTags): readonly NeededAccess[] {
  const tags = copiedTags(context, asked);
  if (!tags || tags.size === 0) return [];
  const { bucket, key, versionId } = parseSource(asked.CopySource);
  const read = versionId === undefined ? "GetObjectTagging" : "GetObjectVersionTagging";
  const source = s3Access(context, findBucketAnywhere(context, bucket), read, key, { "s3:versionid": versionId });
  const conditions = requestObjectTags(tags);
  const copy = s3Access(context, findBucket(context, asked.Bucket), "PutObjectTagging", asked.Key, conditions);
  return asked.TaggingDirective === "REPLACE" ? [copy] : [source, copy];
}
