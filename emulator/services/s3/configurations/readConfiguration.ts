import { operation, type Operation } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import type { BucketConfigurations } from "./bucketConfigurations.ts";
import type { BucketRequest } from "./bucketRequest.ts";
import type { StoredConfiguration } from "./storedConfiguration.ts";

/** The operation that shows a configuration of a bucket. */
export function readConfiguration<Name extends keyof BucketConfigurations>(
  operationName: string,
  { name, actions, ofNone }: StoredConfiguration<Name>,
): Operation<BucketRequest, BucketConfigurations[Name]> {
  return operation({
    service: "s3",
    name: operationName,
    documentation: `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operationName}.html`,
    readOnly: true,
    access: (context, { Bucket, ExpectedBucketOwner }) => [
      s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), actions.read),
    ],
    run: (context, { Bucket }) => findBucket(context, Bucket).configurations[name] ?? ofNone(Bucket),
  });
}
