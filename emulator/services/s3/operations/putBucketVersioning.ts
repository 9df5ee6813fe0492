import type { PutBucketVersioningCommandInput } from "@aws-sdk/client-s3";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { notCarried } from "../notCarried.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Makes a bucket keep versions, or keep no more of them. */
export const putBucketVersioning = operation<Input<PutBucketVersioningCommandInput>, object>({
  service: "s3",
  name: "PutBucketVersioning",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html",
  readOnly: false,
  unsupported: ["MFA"],
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "PutBucketVersioning"),
  ],
  run: (context, { Bucket, VersioningConfiguration: { Status, MFADelete } }) => {
    if (MFADelete === "Enabled") throw notCarried("MFADelete");
    const bucket = findBucket(context, Bucket);
    if (Status !== "Enabled" && bucket.configurations.objectLock) throw locked();
    if (Status) bucket.versioning = Status;
    return {};
  },
});

/** Source: S3 User Guide, "Object Lock considerations"; the wording is not recorded anywhere. */
function locked(): AwsError {
  return new AwsError(
    "InvalidBucketState",
    "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
    { status: 409 },
  );
}
