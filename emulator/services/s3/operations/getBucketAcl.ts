import type { GetBucketAclCommandInput, GetBucketAclCommandOutput } from "@aws-sdk/client-s3";
import { canonicalUserId } from "../../../authorization/matchPrincipal.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findBucket, s3Access } from "../s3Access.ts";

/** Shows the only access control list that a bucket has here: all rights for its owner, in whom BucketOwnerEnforced trusts. */
export const getBucketAcl = operation<Input<GetBucketAclCommandInput>, Output<GetBucketAclCommandOutput>>({
  service: "s3",
  name: "GetBucketAcl",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html",
  readOnly: true,
  access: (context, { Bucket, ExpectedBucketOwner }) => [
    s3Access(context, findBucket(context, Bucket, ExpectedBucketOwner), "GetBucketAcl"),
  ],
  run: (context, { Bucket }) => {
    const ID = canonicalUserId(findBucket(context, Bucket).accountId);
    return { Owner: { ID }, Grants: [{ Grantee: { Type: "CanonicalUser", ID }, Permission: "FULL_CONTROL" }] };
  },
});
