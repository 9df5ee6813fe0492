import type { PutObjectTaggingCommandInput, PutObjectTaggingCommandOutput } from "@aws-sdk/client-s3";
import { operation, type Input, type Output } from "../../../operation.ts";
import { replaceTags } from "../objectTags/replaceTags.ts";
import { requestObjectTags } from "../objectTags/requestObjectTags.ts";
import { taggingAccess } from "../objectTags/taggingAccess.ts";
import { findBucket } from "../s3Access.ts";
import { checkTagSet, type StatedTag } from "../tagSet.ts";

/** Gives an object, or one version of it, tags in place of all that it had. Throws `InvalidTag` and `BadRequest`. */
export const putObjectTagging = operation<Input<PutObjectTaggingCommandInput>, Output<PutObjectTaggingCommandOutput>>({
  service: "s3",
  name: "PutObjectTagging",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html",
  readOnly: false,
  unsupported: ["RequestPayer"],
  audit: { kind: "data" },
  access: (context, input) => taggingAccess(context, input, "Put", requestObjectTags(tagsOf(input.Tagging.TagSet))),
  run: (context, input) => {
    checkTagSet(input.Tagging.TagSet, "object");
    return replaceTags(findBucket(context, input.Bucket), input, tagsOf(input.Tagging.TagSet));
  },
});

function tagsOf(tags: readonly StatedTag[]): ReadonlyMap<string, string> | undefined {
  return tags.length > 0 ? new Map(tags.map(({ Key, Value }) => [Key, Value])) : undefined;
}
