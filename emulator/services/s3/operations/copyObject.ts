import type { CopyObjectCommandInput, CopyObjectCommandOutput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { addVersion } from "../addVersion.ts";
import type { Bucket } from "../bucket.ts";
import { checkAcl } from "../checkAcl.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { readAlgorithm } from "../checksums/readAlgorithm.ts";
import { wholeChecksum } from "../checksums/wholeChecksum.ts";
import { checkWriteConditions } from "../checkWriteConditions.ts";
import { copiedTags, copiedTagsAccess } from "../copy/copiedTags.ts";
import { readSource, sourceAccess } from "../copy/copySource.ts";
import { protect } from "../protect.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import { shownEncryption, shownVersion, type StoredObject } from "../shownObject.ts";
import { sourceCustomerKeys, unsupportedOfNewObjects } from "../unsupported.ts";
import { writeConditions } from "../writeConditions.ts";

type CopyObjectInput = Input<CopyObjectCommandInput>;

/** Copies an object. Under KMS, the caller needs kms:Decrypt for the source, and kms:GenerateDataKey for the copy. */
export const copyObject = operation<CopyObjectInput, Output<CopyObjectCommandOutput>>({
  service: "s3",
  name: "CopyObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html",
  readOnly: false,
  unsupported: [...unsupportedOfNewObjects, ...sourceCustomerKeys],
  audit: { kind: "data" },
  access: (context, input) => [
    ...sourceAccess(context, input),
    s3Access(context, expectedBucket(context, input), "PutObject", input.Key, writeConditions(input, true)),
    ...copiedTagsAccess(context, input),
  ],
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    checkAcl(input.ACL, bucket);
    const source = await readSource(context, input);
    checkIsChange(bucket, input, source);
    const { checksum: known, headers, metadata: Metadata } = source.object.content;
    const algorithm = readAlgorithm(input.ChecksumAlgorithm) ?? known.algorithm;
    const checksum = wholeChecksum(algorithm, source.body);
    const described = input.MetadataDirective === "REPLACE" ? input : { ...input, ...headers, Metadata };
    const tags = copiedTags(context, input);
    const content = { ...(await protect(context, bucket, described, source.body, checksum)), tags };
    checkWriteConditions(bucket, input);
    const copy = addVersion(context, bucket, input.Key, content);
    const { eTag: ETag } = content;
    const shown = { ...checksumMembers(checksum), ChecksumType: checksum.type };
    return {
      CopyObjectResult: { ETag, LastModified: copy.lastModified, ...shown },
      CopySourceVersionId: shownVersion(source.bucket, source.object),
      VersionId: shownVersion(bucket, copy),
      ...shownEncryption(content),
    };
  },
});

/** A copy of the current version in its own place must be another. Source: S3 API Reference, CopyObject; recorded in public. */
function checkIsChange(
  bucket: Bucket,
  { Key, CopySource, MetadataDirective, ServerSideEncryption, StorageClass }: CopyObjectInput,
  source: { readonly bucket: Bucket; readonly object: StoredObject },
): void {
  const isInPlace = source.bucket === bucket && source.object.key === Key && !CopySource.includes("?versionId=");
  const isOtherClass = StorageClass !== undefined && StorageClass !== source.object.content.storageClass;
  if (!isInPlace || MetadataDirective === "REPLACE" || ServerSideEncryption !== undefined || isOtherClass) return;
  throw new AwsError(
    "InvalidRequest",
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}
