import type { GetBucketVersioningCommandInput, GetBucketVersioningCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Tells whether a bucket keeps versions. */
export const getBucketVersioning = operation<
  Input<GetBucketVersioningCommandInput>,
  Output<GetBucketVersioningCommandOutput>
>({
  service: "s3",
  name: "GetBucketVersioning",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetBucketVersioning"),
  ],
  run: (context, { Bucket }) => ({ Status: findBucket(context, Bucket).versioning }),
});
