import type { PutBucketEncryptionCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { malformedXml } from "../../../protocols/parseXml.ts";
import { readEncryption } from "../readEncryption.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Says how a bucket encrypts objects that do not say how. */
export const putBucketEncryption = operation<Input<PutBucketEncryptionCommandInput>, object>({
  service: "s3",
  name: "PutBucketEncryption",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html",
  readOnly: false,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "PutEncryptionConfiguration"),
  ],
  run: (context, { Bucket, ServerSideEncryptionConfiguration: { Rules } }) => {
    const bucket = findBucket(context, Bucket);
    const [rule] = Rules;
    const asked = rule?.ApplyServerSideEncryptionByDefault;
    if (!asked || Rules.length > 1) throw malformedXml();
    bucket.encryption = readEncryption(asked.SSEAlgorithm, asked.KMSMasterKeyID, rule.BucketKeyEnabled);
    return {};
  },
});
