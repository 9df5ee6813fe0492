import type { GetBucketLocationCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Where buckets are: CreateBucket takes regions of the API model alone. */
interface Location {
  readonly LocationConstraint?: string;
}

/** Tells the region of a bucket; nothing for us-east-1. */
export const getBucketLocation = operation<Input<GetBucketLocationCommandInput>, Location>({
  service: "s3",
  name: "GetBucketLocation",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetBucketLocation"),
  ],
  run: (context, { Bucket }) => {
    const { region } = findBucket(context, Bucket);
    return { LocationConstraint: region === "us-east-1" ? undefined : region };
  },
});
