import type { ListTagsCommandInput, ListTagsCommandOutput } from "@aws-sdk/client-cloudtrail";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTrail } from "../findTrail.ts";
import { shownTags } from "../tags.ts";
import { trailAccess } from "../trailAccess.ts";

/** Shows the tags of trails. */
export const listTags = operation<Input<ListTagsCommandInput>, Output<ListTagsCommandOutput>>({
  service: "cloudtrail",
  name: "ListTags",
  documentation: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListTags.html",
  readOnly: true,
  unsupported: ["NextToken"],
  access: (context, { ResourceIdList }) => ResourceIdList.flatMap((id) => trailAccess(context, "ListTags", id)),
  run: (context, { ResourceIdList }) => ({
    ResourceTagList: ResourceIdList.map((ResourceId) => ({
      ResourceId,
      TagsList: shownTags(findTrail(context, ResourceId)),
    })),
  }),
});
