import type { GetObjectTaggingCommandInput, GetObjectTaggingCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { taggingAccess } from "../objectTags/taggingAccess.ts";
import { findBucket } from "../s3Access.ts";
import { findObject, shownVersion } from "../shownObject.ts";

/** Shows the tags of an object, or of one version of it. */
export const getObjectTagging = operation<Input<GetObjectTaggingCommandInput>, Output<GetObjectTaggingCommandOutput>>({
  service: "s3",
  name: "GetObjectTagging",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html",
  readOnly: true,
  unsupported: ["RequestPayer"],
  audit: { kind: "data" },
  access: (context, input) => taggingAccess(context, input, "Get"),
  run: (context, { Bucket, Key, VersionId }) => {
    const bucket = findBucket(context, Bucket);
    const object = findObject(bucket, Key, VersionId);
    const TagSet = [...(object.content.tags ?? [])].map(([TagKey, Value]) => ({ Key: TagKey, Value }));
    return { VersionId: shownVersion(bucket, object), TagSet };
  },
});
