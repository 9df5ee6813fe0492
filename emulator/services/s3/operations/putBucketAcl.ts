import type { PutBucketAclCommandInput } from "@aws-sdk/client-s3";
import { operation, type Input } from "../../../operation.ts";
import { aclsNotSupported, checkAcl } from "../checkAcl.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/**
 * Gives a bucket the private list, which is the only one that it has here, if lists are not switched off: that is what
 * BucketOwnerEnforced does, which buckets have since April 2023. Any other list is refused.
 */
export const putBucketAcl = operation<Input<PutBucketAclCommandInput>, object>({
  service: "s3",
  name: "PutBucketAcl",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html",
  readOnly: false,
  access: (context, { Bucket, ACL, ExpectedBucketOwner }) => [
    s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), "PutBucketAcl", undefined, {
      "s3:x-amz-acl": ACL,
    }),
  ],
  run: (context, input) => {
    const bucket = findBucket(context, input.Bucket);
    const { AccessControlPolicy, GrantFullControl, GrantRead, GrantReadACP, GrantWrite, GrantWriteACP } = input;
    const lists = [AccessControlPolicy, GrantFullControl, GrantRead, GrantReadACP, GrantWrite, GrantWriteACP];
    const isCanned = input.ACL !== undefined && lists.every((list) => list === undefined);
    if (!isCanned) throw aclsNotSupported(bucket.configurations);
    checkAcl(input.ACL, bucket);
    return {};
  },
});
