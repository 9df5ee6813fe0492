import { operation, type Operation } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";
import type { BucketConfigurations } from "./bucketConfigurations.ts";
import type { BucketRequest } from "./bucketRequest.ts";
import type { StoredConfiguration } from "./storedConfiguration.ts";

/** The operation that takes a configuration away from a bucket; one that is not there is taken away all the same. */
export function removeConfiguration<Name extends keyof BucketConfigurations>(
  operationName: string,
  { name, actions: { write, remove = write } }: StoredConfiguration<Name>,
): Operation<BucketRequest, object> {
  return operation({
    service: "s3",
    name: operationName,
    documentation: `https://docs.aws.amazon.com/AmazonS3/latest/API/API_${operationName}.html`,
    readOnly: false,
    access: (context, { Bucket, ExpectedBucketOwner }) => [
      s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), remove),
    ],
    run: (context, { Bucket }) => {
      findBucket(context, Bucket).configurations[name] = undefined;
      return {};
    },
  });
}
