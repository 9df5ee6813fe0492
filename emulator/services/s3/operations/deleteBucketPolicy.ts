import type { DeleteBucketPolicyCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Takes a bucket's policy away. */
export const deleteBucketPolicy = operation<Input<DeleteBucketPolicyCommandInput>, object>({
  service: "s3",
  name: "DeleteBucketPolicy",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html",
  readOnly: false,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "DeleteBucketPolicy"),
  ],
  run: (context, { Bucket }) => {
    findBucket(context, Bucket).policy = undefined;
    return {};
  },
});
