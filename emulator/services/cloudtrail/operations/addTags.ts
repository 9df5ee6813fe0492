import type { AddTagsCommandInput } from "@aws-sdk/client-cloudtrail";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findTrailAtHome } from "../findTrail.ts";
import { tagsWith } from "../tags.ts";
import { trailAccess } from "../trailAccess.ts";

/** Tags a trail. */
export const addTags = operation<Input<AddTagsCommandInput>, object>({
  service: "cloudtrail",
  name: "AddTags",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AddTags.html",
  readOnly: false,
  access: (context, { ResourceId, TagsList }) =>
    trailAccess(context, "AddTags", ResourceId).map((needed) => ({ ...needed, conditions: requestTags(TagsList) })),
  run: (context, { ResourceId, TagsList }) => {
    const trail = findTrailAtHome(context, ResourceId);
    if (TagsList.length > 0) trail.tags = tagsWith(trail.tags, TagsList);
    return {};
  },
});
