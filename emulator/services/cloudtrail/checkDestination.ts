import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { describeKey } from "../kms/operations/describeKey.ts";
import type { TrailSettings } from "./trail.ts";

/**
 * Checks what a trail writes to, as CloudTrail itself: the bucket must let it read its ACL, the key's policy describe the key.
 * Throws S3BucketDoesNotExistException, InsufficientS3BucketPolicyException, KmsKeyNotFoundException, or
 * InsufficientEncryptionPolicyException. Source: CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail" and "Configure
 * AWS KMS key policies for CloudTrail"; AWS's order of the checks is not recorded anywhere.
 * @returns the ARN of the key, if there is one
 */
export async function checkDestination(
  context: CallContext,
  arn: string,
  { bucketName, kmsKeyId }: Pick<TrailSettings, "bucketName"> & { readonly kmsKeyId?: string },
): Promise<string | undefined> {
  await checkBucket(context, arn, bucketName);
  return kmsKeyId ? keyArn(context, arn, kmsKeyId) : undefined;
}

async function checkBucket(context: CallContext, arn: string, bucket: string): Promise<void> {
  const missing = new AwsError("S3BucketDoesNotExistException", `S3 bucket ${bucket} does not exist!`);
  const getBucketAcl = context.findOperation("s3", "GetBucketAcl");
  if (!getBucketAcl) throw missing;
  try {
    await context.callAsService("cloudtrail", getBucketAcl, { Bucket: bucket }, arn);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code === "NoSuchBucket") throw missing;
    throw new AwsError(
      "InsufficientS3BucketPolicyException",
      `Incorrect S3 bucket policy is detected for bucket: ${bucket}`,
    );
  }
}

async function keyArn(context: CallContext, arn: string, KeyId: string): Promise<string | undefined> {
  try {
    const { KeyMetadata } = await context.callAsService("cloudtrail", describeKey, { KeyId }, arn);
    return KeyMetadata?.Arn;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code === "NotFoundException") throw new AwsError("KmsKeyNotFoundException", `Key ${KeyId} is not found.`);
    throw new AwsError(
      "InsufficientEncryptionPolicyException",
      `Insufficient permissions to access S3 bucket or KMS key ${KeyId}.`,
    );
  }
}
