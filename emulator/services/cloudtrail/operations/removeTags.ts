import type { RemoveTagsCommandInput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input } from "../../../operation.ts";
import { findTrailAtHome } from "../findTrail.ts";

import { trailAccess } from "../trailAccess.ts";

/** Takes tags from a trail, whatever their values. */
export const removeTags = operation<Input<RemoveTagsCommandInput>, object>({
  service: "cloudtrail",
  name: "RemoveTags",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_RemoveTags.html",
  readOnly: false,
  access: (context, { ResourceId, TagsList }) =>
    trailAccess(context, "RemoveTags", ResourceId).map((needed) => ({
      ...needed,
      conditions: { "aws:TagKeys": TagsList.map(({ Key }) => Key) },
    })),
  run: (context, { ResourceId, TagsList }) => {
    const { tags } = findTrailAtHome(context, ResourceId);
    for (const { Key } of TagsList) tags.delete(Key);
    return {};
  },
});
