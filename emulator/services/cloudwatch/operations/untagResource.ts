import type { UntagResourceCommandInput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { alarmNameOf, findTaggedAlarm } from "../findAlarm.ts";

/** Takes tags from an alarm. */
export const untagResource = operation<Input<UntagResourceCommandInput>, object>({
  service: "monitoring",
  name: "UntagResource",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_UntagResource.html",
  readOnly: false,
  access: (context, { ResourceARN, TagKeys }) => [
    alarmAccess(context, "UntagResource", alarmNameOf(ResourceARN), { "aws:TagKeys": TagKeys }),
  ],
  run: (context, { ResourceARN, TagKeys }) => {
    const { tags } = findTaggedAlarm(context, ResourceARN);
    for (const key of TagKeys) tags.delete(key);
    return {};
  },
});
