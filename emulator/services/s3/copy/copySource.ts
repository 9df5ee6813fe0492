import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { open } from "../../../sealed.ts";
import type { Bucket } from "../bucket.ts";
import { openDataKey } from "../dataKeys.ts";
import { checkOwner, findBucketAnywhere, readAccess } from "../s3Access.ts";
import { brokenCondition, findObject, preconditionFailed, type StoredObject } from "../shownObject.ts";
import { refuseArchivedSource } from "../storageClass.ts";

/** What a request says of the object that it copies from. */
interface AskedSource {
  readonly CopySource: string;
  readonly ExpectedSourceBucketOwner?: string;
  readonly CopySourceIfMatch?: string;
  readonly CopySourceIfNoneMatch?: string;
  readonly CopySourceIfModifiedSince?: Date;
  readonly CopySourceIfUnmodifiedSince?: Date;
}

/** An object to copy, with what it holds. */
interface CopySource {
  readonly bucket: Bucket;
  readonly object: StoredObject;
  readonly body: Buffer;
}

/** What a copy needs to read its source. Throws as {@link readSource} does for a source that it cannot find. */
export function sourceAccess(
  context: CallContext,
  { CopySource, ExpectedSourceBucketOwner }: AskedSource,
): readonly NeededAccess[] {
  const source = parseSource(CopySource);
  const bucket = findBucketAnywhere(context, source.bucket);
  checkOwner(bucket, ExpectedSourceBucketOwner);
  return readAccess(context, bucket, source.key, source.versionId);
}

/**
 * Reads the object that is copied. Under KMS, the caller needs kms:Decrypt. Throws as GetObject does, and
 * `PreconditionFailed` for any condition that does not hold. Source: S3 API Reference, CopyObject.
 */
export async function readSource(context: CallContext, asked: AskedSource): Promise<CopySource> {
  const source = parseSource(asked.CopySource);
  const bucket = findBucketAnywhere(context, source.bucket);
  const object = findObject(bucket, source.key, source.versionId);
  const conditions = {
    IfMatch: asked.CopySourceIfMatch,
    IfNoneMatch: asked.CopySourceIfNoneMatch,
    IfModifiedSince: asked.CopySourceIfModifiedSince,
    IfUnmodifiedSince: asked.CopySourceIfUnmodifiedSince,
  };
  if (brokenCondition(object, conditions)) throw preconditionFailed();
  refuseArchivedSource(object.content);
  const { dataKey, data } = object.content;
  return { bucket, object, body: open(await openDataKey(context, bucket, dataKey), data) };
}

/** `bucket/key?versionId=id`, all before the question mark encoded as in URLs, with or without a slash before it. */
export function parseSource(text: string): { bucket: string; key: string; versionId?: string } {
  const [, path = "", versionId] = /^(.*?)(?:\?versionId=(.+))?$/s.exec(text) ?? [];
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decode(path) ?? "") ?? [];
  if (bucket !== undefined && key !== undefined) return { bucket, key, versionId };
  throw new AwsError("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey", {
    members: { ArgumentName: "x-amz-copy-source", ArgumentValue: text },
  });
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
