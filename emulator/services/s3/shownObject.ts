import { AwsError } from "../../awsError.ts";
import { currentVersion, type Bucket, type ObjectContent, type ObjectVersion } from "./bucket.ts";

/** A version that has content. */
export type StoredObject = ObjectVersion & { readonly content: ObjectContent };

/** Finds an object to read. Throws `NoSuchKey`, `NoSuchVersion`, or `MethodNotAllowed` for a delete marker. */
export function findObject(bucket: Bucket, key: string, versionId: string | undefined): StoredObject {
  const version =
    versionId === undefined
      ? currentVersion(bucket, key)
      : bucket.objects.get(key)?.find((known) => known.versionId === versionId);
  if (version?.content) return { ...version, content: version.content };
  if (version) {
    throw new AwsError("MethodNotAllowed", "The specified method is not allowed against this resource.", {
      status: 405,
    });
  }
  if (versionId === undefined) {
    throw new AwsError("NoSuchKey", "The specified key does not exist.", { status: 404, members: { Key: key } });
  }
  const members = { Key: key, VersionId: versionId };
  throw new AwsError("NoSuchVersion", "The specified version does not exist.", { status: 404, members });
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

/** Throws `PreconditionFailed` (412) or `NotModified` (304). Source: S3 User Guide, "Conditional requests". */
export function checkConditions(
  { content, lastModified }: StoredObject,
  asked: { IfMatch?: string; IfNoneMatch?: string; IfModifiedSince?: Date; IfUnmodifiedSince?: Date },
): void {
  const since = Math.floor(lastModified.getTime() / 1000) * 1000;
  const matches = (tags: string) => tags === "*" || tags.replaceAll('"', "") === content.eTag.replaceAll('"', "");
  if (asked.IfMatch === undefined ? isAfter(since, asked.IfUnmodifiedSince) : !matches(asked.IfMatch)) {
    throw preconditionFailed();
  }
  const isUnchanged =
    asked.IfNoneMatch === undefined
      ? asked.IfModifiedSince !== undefined && !isAfter(since, asked.IfModifiedSince)
      : matches(asked.IfNoneMatch);
  if (isUnchanged) throw new AwsError("NotModified", "Not Modified", { status: 304 });
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
