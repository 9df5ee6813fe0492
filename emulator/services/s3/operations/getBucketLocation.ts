import type { GetBucketLocationCommandInput, GetBucketLocationCommandOutput } from "@aws-sdk/client-s3";
import { BucketLocationConstraint } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

const locations = Object.values(BucketLocationConstraint);

/** Tells the region of a bucket; nothing for us-east-1. */
export const getBucketLocation = operation<
  Input<GetBucketLocationCommandInput>,
  Output<GetBucketLocationCommandOutput>
>({
  service: "s3",
  name: "GetBucketLocation",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetBucketLocation"),
  ],
  run: (context, { Bucket }) => {
    const { region } = findBucket(context, Bucket);
    return { LocationConstraint: locations.find((location) => location === region) };
  },
});
