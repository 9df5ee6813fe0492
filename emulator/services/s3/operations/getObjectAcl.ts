import type { GetObjectAclCommandInput, GetObjectAclCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { ownersAcl } from "../ownersAcl.ts";
import { expectedBucket, findBucket, readAccess } from "../s3Access.ts";
import { findObject } from "../shownObject.ts";

/** Shows the access control list of an object. */
export const getObjectAcl = operation<Input<GetObjectAclCommandInput>, Output<GetObjectAclCommandOutput>>({
  service: "s3",
  name: "GetObjectAcl",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html",
  readOnly: true,
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key, VersionId }) =>
    readAccess(context, expectedBucket(context, { Bucket, ExpectedBucketOwner }), Key, VersionId, "Acl"),
  run: (context, { Bucket, Key, VersionId }) => {
    const bucket = findBucket(context, Bucket);
    findObject(bucket, Key, VersionId);
    return ownersAcl(bucket);
  },
});
