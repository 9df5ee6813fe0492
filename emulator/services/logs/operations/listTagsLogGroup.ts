import type { ListTagsLogGroupCommandInput, ListTagsLogGroupCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";

/** Shows the tags of a log group: the older form of ListTagsForResource. */
export const listTagsLogGroup = operation<Input<ListTagsLogGroupCommandInput>, Output<ListTagsLogGroupCommandOutput>>({
  service: "logs",
  name: "ListTagsLogGroup",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsLogGroup.html",
  readOnly: true,
  access: (context, { logGroupName }) => logGroupAccess(context, "ListTagsLogGroup", { logGroupName }),
  run: (context, { logGroupName }) => ({ tags: Object.fromEntries(findLogGroup(context, { logGroupName }).tags) }),
});
