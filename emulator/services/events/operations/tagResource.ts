import type { TagResourceCommandInput } from "@aws-sdk/client-eventbridge";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { validationError } from "../eventsError.ts";
import { findTaggedRule, taggedRuleAccess } from "../ruleAccess.ts";

/** How many tags a rule has. Source: EventBridge User Guide, "Tagging Amazon EventBridge resources". */
const maximumTags = 50;

/** Tags a rule, or gives its tags other values. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "events",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TagResource.html",
  readOnly: false,
  access: (context, { ResourceARN, Tags }) => [
    taggedRuleAccess(context, "TagResource", ResourceARN, requestTags(Tags)),
  ],
  run: (context, { ResourceARN, Tags }) => {
    const { tags } = findTaggedRule(context, ResourceARN);
    const keys = new Set([...tags.keys(), ...Tags.map(({ Key }) => Key)]);
    if (keys.size > maximumTags) throw validationError(`A rule has at most ${maximumTags} tags, not ${keys.size}.`);
    for (const { Key, Value } of Tags) tags.set(Key, Value);
    return {};
  },
});
