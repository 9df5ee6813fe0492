import type { AbortMultipartUploadCommandInput, AbortMultipartUploadCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findUpload } from "../multipart/findUpload.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Gives up an upload, and with it the parts that were uploaded. */
export const abortMultipartUpload = operation<
  Input<AbortMultipartUploadCommandInput>,
  Output<AbortMultipartUploadCommandOutput>
>({
  service: "s3",
  name: "AbortMultipartUpload",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html",
  readOnly: false,
  unsupported: ["IfMatchInitiatedTime"],
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "AbortMultipartUpload", Key),
  ],
  run: (context, { Bucket, Key, UploadId }) => {
    const bucket = findBucket(context, Bucket);
    bucket.uploads.delete(findUpload(bucket, Key, UploadId).id);
    return {};
  },
});
