import type { ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { alarmNameOf, findTaggedAlarm } from "../findAlarm.ts";

/** Shows the tags of an alarm. */
export const listTagsForResource = operation<
  Input<ListTagsForResourceCommandInput>,
  Output<ListTagsForResourceCommandOutput>
>({
  service: "monitoring",
  name: "ListTagsForResource",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListTagsForResource.html",
  readOnly: true,
  access: (context, { ResourceARN }) => [alarmAccess(context, "ListTagsForResource", alarmNameOf(ResourceARN))],
  run: (context, { ResourceARN }) => ({
    Tags: [...findTaggedAlarm(context, ResourceARN).tags].map(([Key, Value]) => ({ Key, Value })),
  }),
});
