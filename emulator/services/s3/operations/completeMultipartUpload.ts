import type { CompleteMultipartUploadCommandInput, CompleteMultipartUploadCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { addVersion } from "../addVersion.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { checkWriteConditions } from "../checkWriteConditions.ts";
import { openDataKey } from "../dataKeys.ts";
import { checkCompleted } from "../multipart/checkCompleted.ts";
import { chosenParts } from "../multipart/chosenParts.ts";
import { findUpload } from "../multipart/findUpload.ts";
import { joinParts } from "../multipart/joinParts.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import { shownEncryption, shownVersion } from "../shownObject.ts";
import { customerKeys, otherChecksums } from "../unsupported.ts";
import { writeConditions } from "../writeConditions.ts";

/** Makes an object of the parts of an upload. Under KMS, the caller needs kms:Decrypt. */
export const completeMultipartUpload = operation<
  Input<CompleteMultipartUploadCommandInput>,
  Output<CompleteMultipartUploadCommandOutput>
>({
  service: "s3",
  name: "CompleteMultipartUpload",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html",
  readOnly: false,
  unsupported: [...customerKeys, ...otherChecksums],
  audit: { kind: "data" },
  access: (context, input) => [
    s3Access(context, expectedBucket(context, input), "PutObject", input.Key, writeConditions(input, true)),
  ],
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const upload = findUpload(bucket, input.Key, input.UploadId);
    const parts = chosenParts(upload, input.MultipartUpload?.Parts ?? []);
    const plaintextKey = await openDataKey(context, bucket, upload.dataKey);
    // Another request may have ended it while KMS was asked.
    findUpload(bucket, input.Key, input.UploadId);
    const content = joinParts(upload, parts, plaintextKey, context.instance.random);
    checkCompleted(content, input);
    checkWriteConditions(bucket, input);
    const version = addVersion(context, bucket, upload.key, content);
    bucket.uploads.delete(upload.id);
    return {
      Location: `https://${bucket.name}.s3.${bucket.region}.amazonaws.com/${encodeURIComponent(upload.key)}`,
      Bucket: bucket.name,
      Key: upload.key,
      ETag: content.eTag,
      ...checksumMembers(content.checksum),
      ChecksumType: content.checksum.type,
      VersionId: shownVersion(bucket, version),
      ...shownEncryption(content),
    };
  },
});
