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
    const trail = findTrailAtHome(context, ResourceId);
    const keys = TagsList.map(({ Key }) => Key);
    trail.tags = trail.tags && new Map([...trail.tags].filter(([key]) => !keys.includes(key)));
    return {};
  },
});
