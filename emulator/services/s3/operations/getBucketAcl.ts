import type { GetBucketAclCommandInput, GetBucketAclCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { ownersAcl } from "../ownersAcl.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Shows the access control list of a bucket. */
export const getBucketAcl = operation<Input<GetBucketAclCommandInput>, Output<GetBucketAclCommandOutput>>({
  service: "s3",
  name: "GetBucketAcl",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "GetBucketAcl"),
  ],
  run: (context, { Bucket }) => ownersAcl(findBucket(context, Bucket)),
});
