import type { PutBucketPolicyCommandInput } from "@aws-sdk/client-s3";
import { isPublic } from "../../../authorization/isPublic.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input } from "../../../operation.ts";
import { readBucketPolicy } from "../readBucketPolicy.ts";
import { blocks } from "../configurations/blocks.ts";
import { arnOf, expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Gives a bucket a policy, in place of another. Throws `AccessDenied` for a public one where those are blocked. */
export const putBucketPolicy = operation<Input<PutBucketPolicyCommandInput>, object>({
  service: "s3",
  name: "PutBucketPolicy",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html",
  readOnly: false,
  unsupported: ["ConfirmRemoveSelfBucketAccess"],
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "PutBucketPolicy"),
  ],
  run: (context, { Bucket, Policy }) => {
    const bucket = findBucket(context, Bucket);
    const policy = readBucketPolicy(context, Bucket, Policy);
    if (blocks(bucket, "BlockPublicPolicy") && isPublic(policy)) throw publicPolicyIsBlocked(context, Bucket);
    bucket.policy = policy;
    return {};
  },
});

/** Source: public transcripts. */
function publicPolicyIsBlocked({ caller }: CallContext, bucket: string): AwsError {
  return new AwsError(
    "AccessDenied",
    `User: ${caller.arn} is not authorized to perform: s3:PutBucketPolicy on resource: "${arnOf(bucket)}" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
    { status: 403 },
  );
}
