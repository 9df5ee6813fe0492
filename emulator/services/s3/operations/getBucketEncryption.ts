import type { GetBucketEncryptionCommandInput, GetBucketEncryptionCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Shows how a bucket encrypts objects that do not say how. */
export const getBucketEncryption = operation<
  Input<GetBucketEncryptionCommandInput>,
  Output<GetBucketEncryptionCommandOutput>
>({
  service: "s3",
  name: "GetBucketEncryption",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetEncryptionConfiguration"),
  ],
  run: (context, { Bucket }) => {
    const { algorithm: SSEAlgorithm, kmsKeyId, usesBucketKey } = findBucket(context, Bucket).encryption;
    const ApplyServerSideEncryptionByDefault = { SSEAlgorithm, KMSMasterKeyID: kmsKeyId };
    const rule = { ApplyServerSideEncryptionByDefault, BucketKeyEnabled: usesBucketKey };
    return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
  },
});
