import type { UntagResourceCommandInput } from "@aws-sdk/client-eventbridge";
import { operation, type Input } from "../../../operation.ts";
import { findTaggedRule, taggedRuleAccess } from "../ruleAccess.ts";

/** Takes tags off a rule. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "events",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_UntagResource.html",
  readOnly: false,
  access: (context, { ResourceARN, TagKeys }) => [
    taggedRuleAccess(context, "UntagResource", ResourceARN, { "aws:TagKeys": TagKeys }),
  ],
  run: (context, { ResourceARN, TagKeys }) => {
    const { tags } = findTaggedRule(context, ResourceARN);
    for (const key of TagKeys) tags.delete(key);
    return {};
  },
});
