import type { DeleteObjectCommandInput, DeleteObjectCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { removeObject } from "../removeObject.ts";
import { expectedBucket, findBucket, s3Access } from "../s3Access.ts";

/** Deletes an object or one version of it; where there are versions, a marker hides the others. */
export const deleteObject = operation<Input<DeleteObjectCommandInput>, Output<DeleteObjectCommandOutput>>({
  service: "s3",
  name: "DeleteObject",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html",
  readOnly: false,
  unsupported: ["MFA", "IfMatch", "IfMatchLastModifiedTime", "IfMatchSize"],
  audit: { kind: "data" },
  access: (context, { Bucket, ExpectedBucketOwner, Key, VersionId, BypassGovernanceRetention }) => {
    const bucket = expectedBucket(context, { Bucket, ExpectedBucketOwner });
    const action = VersionId === undefined ? "DeleteObject" : "DeleteObjectVersion";
    return [
      s3Access(context, bucket, action, Key, { "s3:versionid": VersionId }),
      // Nothing is locked here, so that there is nothing to pass by; saying so needs the permission all the same.
      ...(BypassGovernanceRetention === true ? [s3Access(context, bucket, "BypassGovernanceRetention", Key)] : []),
    ];
  },
  run: (context, { Bucket, Key, VersionId }) => removeObject(context, findBucket(context, Bucket), Key, VersionId),
});
