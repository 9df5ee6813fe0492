import type { PutObjectAclCommandInput, PutObjectAclCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { aclsNotSupported } from "../checkAcl.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Refused for every object, as BucketOwnerEnforced refuses it, which buckets have since April 2023. */
export const putObjectAcl = operation<Input<PutObjectAclCommandInput>, Output<PutObjectAclCommandOutput>>({
  service: "s3",
  name: "PutObjectAcl",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key, VersionId, ACL }) => {
    const action = VersionId === undefined ? "PutObjectAcl" : "PutObjectVersionAcl";
    const conditions = { "s3:x-amz-acl": ACL, "s3:versionid": VersionId };
    return [s3Access(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), action, Key, conditions)];
  },
  run: (context, { Bucket }) => {
    throw aclsNotSupported(findBucket(context, Bucket).configurations);
  },
});
