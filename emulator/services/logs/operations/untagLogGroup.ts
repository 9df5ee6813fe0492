import type { UntagLogGroupCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";

/** Takes tags off a log group: the older form of UntagResource. */
export const untagLogGroup = operation<Input<UntagLogGroupCommandInput>, object>({
  service: "logs",
  name: "UntagLogGroup",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagLogGroup.html",
  readOnly: false,
  access: (context, { logGroupName, tags }) =>
    logGroupAccess(context, "UntagLogGroup", { logGroupName }, { "aws:TagKeys": tags }),
  run: (context, { logGroupName, tags: keys }) => {
    const { tags } = findLogGroup(context, { logGroupName });
    for (const key of keys) tags.delete(key);
    return {};
  },
});
