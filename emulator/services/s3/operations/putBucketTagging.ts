import type { PutBucketTaggingCommandInput } from "@aws-sdk/client-s3";
import type { Input } from "../../../operation.ts";
import { tagging } from "../configurations/tagging.ts";
import { writeConfiguration } from "../configurations/writeConfiguration.ts";
import { checkTagSet } from "../tagSet.ts";

/** Gives a bucket tags in place of all that it had. Throws `InvalidTag` and `BadRequest`. */
export const putBucketTagging = writeConfiguration("PutBucketTagging", tagging, {
  read: ({ Tagging: { TagSet } }: Input<PutBucketTaggingCommandInput>) => {
    checkTagSet(TagSet, "bucket");
    return { TagSet };
  },
});
