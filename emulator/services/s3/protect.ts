import { createHash } from "node:crypto";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Bucket, Encryption, ObjectContent, ObjectHeaders } from "./bucket.ts";
import { newDataKey } from "./dataKeys.ts";
import { readEncryption } from "./readEncryption.ts";
import { seal } from "../../sealed.ts";

/** What a request says of a new object. */
interface NewObject extends ObjectHeaders {
  readonly Key: string;
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
  readonly SSEKMSEncryptionContext?: string;
  readonly BucketKeyEnabled?: boolean;
}

/** Encrypts a new object as the request or else the bucket says. Throws KMS's errors as S3 words them. */
export async function protect(
  context: CallContext,
  bucket: Bucket,
  asked: NewObject,
  body: Buffer,
): Promise<ObjectContent> {
  const encryption = encryptionOf(bucket, asked);
  const dataKey = await newDataKey(context, bucket, asked.Key, encryption, asked.SSEKMSEncryptionContext);
  const { instance } = context;
  const data = seal(dataKey.plaintext, body, instance.random);
  // Under KMS, an ETag is no digest of the content. Source: S3 API Reference, Object.
  const digest =
    encryption.algorithm === "AES256" ? createHash("md5").update(body).digest() : instance.random.bytes(16);
  const { ContentType, ContentEncoding, ContentDisposition, ContentLanguage, CacheControl, Metadata = {} } = asked;
  return {
    size: body.length,
    eTag: `"${digest.toString("hex")}"`,
    data,
    dataKey: dataKey.kept,
    metadata: Metadata,
    headers: { ContentType, ContentEncoding, ContentDisposition, ContentLanguage, CacheControl },
  };
}

function encryptionOf(bucket: Bucket, asked: NewObject): Encryption {
  const { ServerSideEncryption: algorithm, SSEKMSKeyId, BucketKeyEnabled } = asked;
  const { encryption } = bucket;
  if (algorithm !== undefined) {
    return readEncryption(algorithm, SSEKMSKeyId, BucketKeyEnabled ?? encryption.usesBucketKey);
  }
  if (SSEKMSKeyId === undefined) return { ...encryption, usesBucketKey: BucketKeyEnabled ?? encryption.usesBucketKey };
  throw new AwsError(
    "InvalidArgument",
    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
  );
}
