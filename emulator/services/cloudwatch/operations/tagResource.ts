import type { TagResourceCommandInput } from "@aws-sdk/client-cloudwatch";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { alarmNameOf, findTaggedAlarm } from "../findAlarm.ts";
import { invalidValue } from "../cloudWatchError.ts";

/** How many tags an alarm has. Source: CloudWatch API Reference, TagResource. */
const maximumTags = 50;

/** Tags an alarm, or gives its tags other values. */
export const tagResource = operation<Input<TagResourceCommandInput>, object>({
  service: "monitoring",
  name: "TagResource",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html",
  readOnly: false,
  access: (context, { ResourceARN, Tags }) => [
    alarmAccess(context, "TagResource", alarmNameOf(ResourceARN), requestTags(Tags)),
  ],
  run: (context, { ResourceARN, Tags }) => {
    const { tags } = findTaggedAlarm(context, ResourceARN);
    const keys = new Set([...tags.keys(), ...Tags.map(({ Key }) => Key)]);
    if (keys.size > maximumTags) throw invalidValue(`An alarm has at most ${maximumTags} tags, not ${keys.size}.`);
    for (const { Key, Value } of Tags) tags.set(Key, Value);
    return {};
  },
});
