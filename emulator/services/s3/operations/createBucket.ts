import type { CreateBucketCommandInput, CreateBucketCommandOutput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { defaultEncryption } from "../bucket.ts";
import { checkBucketName } from "../bucketName.ts";
import { accountAccess, arnOf } from "../s3Access.ts";

/** Makes a bucket in the region that the request is signed for. Its name must be free in all accounts. */
export const createBucket = operation<Input<CreateBucketCommandInput>, Output<CreateBucketCommandOutput>>({
  service: "s3",
  name: "CreateBucket",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html",
  readOnly: false,
  unsupported: [
    "ACL",
    "GrantFullControl",
    "GrantRead",
    "GrantReadACP",
    "GrantWrite",
    "GrantWriteACP",
    "ObjectLockEnabledForBucket",
  ],
  access: (context, { Bucket, CreateBucketConfiguration }) => [
    accountAccess(context, "CreateBucket", arnOf(Bucket), {
      "s3:LocationConstraint": CreateBucketConfiguration?.LocationConstraint,
    }),
  ],
  run: ({ instance, accountId, region, now }, { Bucket, CreateBucketConfiguration }) => {
    checkBucketName(Bucket);
    checkLocation(region, CreateBucketConfiguration?.LocationConstraint);
    const known = instance.s3.find(Bucket);
    if (known) throw taken(known.accountId === accountId);
    const settings = { encryption: defaultEncryption, objects: new Map(), uploads: new Map() };
    instance.s3.add({ name: Bucket, accountId, region, createdAt: now, ...settings });
    return { Location: `/${Bucket}`, BucketArn: arnOf(Bucket) };
  },
});

/** us-east-1 alone is named by no constraint. Source: S3 API Reference, CreateBucket. */
function checkLocation(region: string, constraint: string | undefined): void {
  if ((constraint ?? "us-east-1") === region) return;
  throw new AwsError(
    "IllegalLocationConstraintException",
    `The ${constraint ?? "unspecified"} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

function taken(isOwn: boolean): AwsError {
  return isOwn
    ? new AwsError(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        { status: 409 },
      )
    : new AwsError(
        "BucketAlreadyExists",
        "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
        { status: 409 },
      );
}
