import type { GetBucketPolicyCommandInput, GetBucketPolicyCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { noBucketPolicy } from "../noBucketPolicy.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Shows the policy of a bucket. */
export const getBucketPolicy = operation<Input<GetBucketPolicyCommandInput>, Output<GetBucketPolicyCommandOutput>>({
  service: "s3",
  name: "GetBucketPolicy",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetBucketPolicy"),
  ],
  run: (context, { Bucket }) => {
    const { policy } = findBucket(context, Bucket);
    if (policy) return { Policy: policy.text };
    throw noBucketPolicy(Bucket);
  },
});
