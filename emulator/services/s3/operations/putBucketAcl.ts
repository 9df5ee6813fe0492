import type { PutBucketAclCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { aclsNotSupported } from "../checkAcl.ts";
import { findBucket, s3Access } from "../s3Access.ts";

/** Refused for every bucket, as BucketOwnerEnforced refuses it, which buckets have since April 2023. */
export const putBucketAcl = operation<Input<PutBucketAclCommandInput>, object>({
  service: "s3",
  name: "PutBucketAcl",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html",
  readOnly: false,
  access: (context, { Bucket, ACL }) => [
    s3Access(context, findBucket(context, Bucket), "PutBucketAcl", undefined, { "s3:x-amz-acl": ACL }),
  ],
  run: (context, { Bucket }) => {
    throw aclsNotSupported(findBucket(context, Bucket).configurations);
  },
});
