import type { DeleteBucketEncryptionCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { defaultEncryption } from "../bucket.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Gives a bucket S3's own encryption again. */
export const deleteBucketEncryption = operation<Input<DeleteBucketEncryptionCommandInput>, object>({
  service: "s3",
  name: "DeleteBucketEncryption",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html",
  readOnly: false,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "PutEncryptionConfiguration"),
  ],
  run: (context, { Bucket }) => {
    findBucket(context, Bucket).encryption = defaultEncryption;
    return {};
  },
});
