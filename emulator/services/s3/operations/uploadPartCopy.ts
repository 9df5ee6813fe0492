import type { UploadPartCopyCommandInput, UploadPartCopyCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { checksumMembers } from "../checksums/checksum.ts";
import { wholeChecksum } from "../checksums/wholeChecksum.ts";
import { copiedRange } from "../copy/copiedRange.ts";
import { readSource, sourceAccess } from "../copy/copySource.ts";
import { addPart } from "../multipart/addPart.ts";
import { eTagOfPart } from "../multipart/eTagOfPart.ts";
import { findUpload } from "../multipart/findUpload.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import { shownEncryption, shownVersion } from "../shownObject.ts";
import { customerKeys, sourceCustomerKeys } from "../unsupported.ts";
import { writeConditions } from "../writeConditions.ts";

/** Makes one part of another object, or of a range of it. Under KMS, the caller needs kms:Decrypt for both. */
export const uploadPartCopy = operation<Input<UploadPartCopyCommandInput>, Output<UploadPartCopyCommandOutput>>({
  service: "s3",
  name: "UploadPartCopy",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html",
  readOnly: false,
  unsupported: [...customerKeys, ...sourceCustomerKeys],
  audit: { kind: "data" },
  access: (context, input) => [
    ...sourceAccess(context, input),
    s3Access(context, expectedBucket(context, input), "PutObject", input.Key, writeConditions(input, false)),
  ],
  run: async (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const upload = findUpload(bucket, input.Key, input.UploadId);
    const source = await readSource(context, input);
    const body = copiedRange(source.body, input.CopySourceRange);
    const checksum = wholeChecksum(upload.checksum?.algorithm ?? "CRC64NVME", body);
    const part = await addPart(context, bucket, upload, input.PartNumber, body, checksum);
    const shown = upload.checksum && checksumMembers(checksum);
    return {
      CopyPartResult: { ETag: eTagOfPart(part), LastModified: part.lastModified, ...shown },
      CopySourceVersionId: shownVersion(source.bucket, source.object),
      ...shownEncryption(upload),
    };
  },
});
