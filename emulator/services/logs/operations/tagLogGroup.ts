import type { TagLogGroupCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { addTags, requestedTags } from "../tags.ts";

/** Tags a log group, or gives its tags other values: the older form of TagResource. */
export const tagLogGroup = operation<Input<TagLogGroupCommandInput>, object>({
  service: "logs",
  name: "TagLogGroup",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagLogGroup.html",
  readOnly: false,
  access: (context, { logGroupName, tags }) =>
    logGroupAccess(context, "TagLogGroup", { logGroupName }, requestedTags(tags)),
  run: (context, { logGroupName, tags }) => {
    addTags(findLogGroup(context, { logGroupName }), tags);
    return {};
  },
});
