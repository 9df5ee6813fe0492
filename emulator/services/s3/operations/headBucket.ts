import type { HeadBucketCommandInput, HeadBucketCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { arnOf, expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Tells whether a bucket is there and the caller may list it. */
export const headBucket = operation<Input<HeadBucketCommandInput>, Output<HeadBucketCommandOutput>>({
  service: "s3",
  name: "HeadBucket",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "ListBucket"),
  ],
  run: (context, { Bucket }) => {
    const { region } = findBucket(context, Bucket);
    return { BucketRegion: region, BucketArn: arnOf(Bucket) };
  },
});
