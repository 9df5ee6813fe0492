import { AwsError } from "../../awsError.ts";
import { versionOf, type Bucket, type ObjectContent, type ObjectVersion } from "./bucket.ts";
import { unquoted } from "./unquoted.ts";

/** A version that has content. */
export type StoredObject = ObjectVersion & { readonly content: ObjectContent };

/** Finds an object to read. Throws `NoSuchKey`, `NoSuchVersion`, or `MethodNotAllowed` for a delete marker. */
export function findObject(bucket: Bucket, key: string, versionId: string | undefined): StoredObject {
  const version = versionOf(bucket, key, versionId);
  if (version?.content) return { ...version, content: version.content };
  if (version) {
    throw new AwsError("MethodNotAllowed", "The specified method is not allowed against this resource.", {
      status: 405,
    });
  }
  if (versionId === undefined) throw noSuchKey(key);
  const members = { Key: key, VersionId: versionId };
  throw new AwsError("NoSuchVersion", "The specified version does not exist.", { status: 404, members });
}

/** That an object is not there. */
export function noSuchKey(key: string): AwsError {
  return new AwsError("NoSuchKey", "The specified key does not exist.", { status: 404, members: { Key: key } });
}

/** How an object was encrypted, as answers state it. */
export function shownEncryption({ dataKey }: Pick<ObjectContent, "dataKey">) {
  if ("owned" in dataKey) return { ServerSideEncryption: "AES256" as const };
  const { keyArn: SSEKMSKeyId, usesBucketKey } = dataKey;
  return { ServerSideEncryption: "aws:kms" as const, SSEKMSKeyId, BucketKeyEnabled: usesBucketKey || undefined };
}

/** The version id, where the bucket has versions. */
export function shownVersion(bucket: Bucket, { versionId }: ObjectVersion): string | undefined {
  return bucket.versioning ? versionId : undefined;
}

/** Conditions of a request about the object that it reads. */
export interface ReadConditions {
  readonly IfMatch?: string;
  readonly IfNoneMatch?: string;
  readonly IfModifiedSince?: Date;
  readonly IfUnmodifiedSince?: Date;
}

/** Throws `PreconditionFailed` (412) or `NotModified` (304). Source: S3 User Guide, "Conditional requests". */
export function checkConditions(object: StoredObject, asked: ReadConditions): void {
  const broken = brokenCondition(object, asked);
  if (broken === "precondition") throw preconditionFailed();
  if (broken === "unchanged") throw new AwsError("NotModified", "Not Modified", { status: 304 });
}

/** Which kind of condition does not hold: one that the object is as it was, or one that it is not. */
export function brokenCondition(
  { content, lastModified }: StoredObject,
  asked: ReadConditions,
): "precondition" | "unchanged" | undefined {
  const since = Math.floor(lastModified.getTime() / 1000) * 1000;
  const matches = (tags: string) => tags === "*" || unquoted(tags) === unquoted(content.eTag);
  if (asked.IfMatch === undefined ? isAfter(since, asked.IfUnmodifiedSince) : !matches(asked.IfMatch)) {
    return "precondition";
  }
  const isUnchanged =
    asked.IfNoneMatch === undefined
      ? asked.IfModifiedSince !== undefined && !isAfter(since, asked.IfModifiedSince)
      : matches(asked.IfNoneMatch);
  return isUnchanged ? "unchanged" : undefined;
}

function isAfter(time: number, limit: Date | undefined): boolean {
  return limit !== undefined && time > limit.getTime();
}

/** That a condition of the request does not hold. */
export function preconditionFailed(): AwsError {
  return new AwsError("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", {
    status: 412,
  });
}
