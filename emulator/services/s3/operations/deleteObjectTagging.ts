import type { DeleteObjectTaggingCommandInput, DeleteObjectTaggingCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { replaceTags } from "../objectTags/replaceTags.ts";
import { taggingAccess } from "../objectTags/taggingAccess.ts";
import { findBucket } from "../s3Access.ts";

/** Takes all tags off an object, or off one version of it. */
export const deleteObjectTagging = operation<
  Input<DeleteObjectTaggingCommandInput>,
  Output<DeleteObjectTaggingCommandOutput>
>({
  service: "s3",
  name: "DeleteObjectTagging",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, input) => taggingAccess(context, input, "Delete"),
  run: (context, input) => replaceTags(findBucket(context, input.Bucket), input, undefined),
});
