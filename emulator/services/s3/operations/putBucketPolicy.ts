import type { PutBucketPolicyCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { readBucketPolicy } from "../readBucketPolicy.ts";
import { findBucket, s3Access } from "../s3Access.ts";

/** Gives a bucket a policy, in place of another. */
export const putBucketPolicy = operation<Input<PutBucketPolicyCommandInput>, object>({
  service: "s3",
  name: "PutBucketPolicy",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html",
  readOnly: false,
  unsupported: ["ConfirmRemoveSelfBucketAccess"],
  access: (context, { Bucket }) => [s3Access(context, findBucket(context, Bucket), "PutBucketPolicy")],
  run: (context, { Bucket, Policy }) => {
    findBucket(context, Bucket).policy = readBucketPolicy(context, Bucket, Policy);
    return {};
  },
});
