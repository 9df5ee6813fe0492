import type { GetBucketPolicyStatusCommandInput, GetBucketPolicyStatusCommandOutput } from "@aws-sdk/client-s3";
import { isPublic } from "../../../authorization/isPublic.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { noBucketPolicy } from "../noBucketPolicy.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Tells whether the policy of a bucket makes it public. Throws `NoSuchBucketPolicy`. */
export const getBucketPolicyStatus = operation<
  Input<GetBucketPolicyStatusCommandInput>,
  Output<GetBucketPolicyStatusCommandOutput>
>({
  service: "s3",
  name: "GetBucketPolicyStatus",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetBucketPolicyStatus"),
  ],
  run: (context, { Bucket }) => {
    const { policy } = findBucket(context, Bucket);
    if (!policy) throw noBucketPolicy(Bucket);
    return { PolicyStatus: { IsPublic: isPublic(policy) } };
  },
});
