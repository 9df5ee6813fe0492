import type { DeleteObjectCommandInput, DeleteObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { removeObject } from "../removeObject.ts";
import { findBucket, s3Access } from "../s3Access.ts";

/** Deletes an object or one version of it; where there are versions, a marker hides the others. */
export const deleteObject = operation<Input<DeleteObjectCommandInput>, Output<DeleteObjectCommandOutput>>({
  service: "s3",
  name: "DeleteObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html",
  readOnly: false,
  unsupported: ["MFA", "BypassGovernanceRetention", "IfMatch", "IfMatchLastModifiedTime", "IfMatchSize"],
  audit: { kind: "data" },
  access: (context, { Bucket, Key, VersionId }) => [
    s3Access(
      context,
      findBucket(context, Bucket),
      VersionId === undefined ? "DeleteObject" : "DeleteObjectVersion",
      Key,
      {
        "s3:versionid": VersionId,
      },
    ),
  ],
  run: (context, { Bucket, Key, VersionId }) => removeObject(context, findBucket(context, Bucket), Key, VersionId),
});
