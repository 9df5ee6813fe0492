import type { ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput } from "@aws-sdk/client-eventbridge";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTaggedRule, taggedRuleAccess } from "../ruleAccess.ts";

/** Shows the tags of a rule. */
export const listTagsForResource = operation<
  Input<ListTagsForResourceCommandInput>,
  Output<ListTagsForResourceCommandOutput>
>({
  service: "events",
  name: "ListTagsForResource",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTagsForResource.html",
  readOnly: true,
  access: (context, { ResourceARN }) => [taggedRuleAccess(context, "ListTagsForResource", ResourceARN)],
  run: (context, { ResourceARN }) => ({
    Tags: [...findTaggedRule(context, ResourceARN).tags].map(([Key, Value]) => ({ Key, Value })),
  }),
});
