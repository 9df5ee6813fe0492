import type { PutObjectCommandInput, PutObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { addVersion } from "../addVersion.ts";
import { currentVersion } from "../bucket.ts";
import { checkAcl } from "../checkAcl.ts";
import { checkDigests } from "../checkDigests.ts";
import { readTaggingHeader } from "../objectTags/readTaggingHeader.ts";
import { requestObjectTags } from "../objectTags/requestObjectTags.ts";
import { protect } from "../protect.ts";
import { findBucket, s3Access } from "../s3Access.ts";
import { preconditionFailed, shownEncryption, shownVersion } from "../shownObject.ts";

/** The body as it came over the wire. */
type PutObjectInput = Omit<Input<PutObjectCommandInput>, "Body"> & { readonly Body?: Uint8Array };

/** Writes an object, or another version of it. Under KMS, the caller needs kms:GenerateDataKey; for tags, s3:PutObjectTagging. */
export const putObject = operation<PutObjectInput, Output<PutObjectCommandOutput>>({
  service: "s3",
  name: "PutObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html",
  readOnly: false,
  unsupported: [
    "SSECustomerAlgorithm",
    "SSECustomerKey",
    "SSECustomerKeyMD5",
    "GrantFullControl",
    "GrantRead",
    "GrantReadACP",
    "GrantWriteACP",
    "ChecksumCRC64NVME",
    "ChecksumCRC32C",
    "ChecksumSHA512",
    "ChecksumMD5",
    "ChecksumXXHASH64",
    "ChecksumXXHASH3",
    "ChecksumXXHASH128",
    "Expires",
    "ObjectLockLegalHoldStatus",
    "ObjectLockMode",
    "ObjectLockRetainUntilDate",
    "StorageClass",
    "WebsiteRedirectLocation",
    "WriteOffsetBytes",
  ],
  audit: { kind: "data" },
  access: (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const tags = requestObjectTags(readTaggingHeader(input.Tagging));
    const needed = s3Access(context, bucket, "PutObject", input.Key, {
      "s3:x-amz-acl": input.ACL,
      "s3:x-amz-server-side-encryption": input.ServerSideEncryption,
      "s3:x-amz-server-side-encryption-aws-kms-key-id": input.SSEKMSKeyId,
      ...tags,
    });
    return input.Tagging ? [needed, s3Access(context, bucket, "PutObjectTagging", input.Key, tags)] : [needed];
  },
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    checkAcl(input.ACL, bucket);
    const existing = currentVersion(bucket, input.Key);
    if (input.IfNoneMatch !== undefined && existing) throw preconditionFailed();
    if (input.IfMatch !== undefined && existing?.content?.eTag !== input.IfMatch) throw preconditionFailed();
    const body = Buffer.from(input.Body ?? []);
    checkDigests(body, input);
    const tags = readTaggingHeader(input.Tagging);
    const content = { ...(await protect(context, bucket, input, body)), tags };
    const version = addVersion(context, bucket, input.Key, content);
    return { ETag: content.eTag, VersionId: shownVersion(bucket, version), ...shownEncryption(content) };
  },
});
