import type { DeleteLogStreamCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup, findLogStream } from "../findLogGroup.ts";
import { logStreamAccess } from "../logGroupAccess.ts";

/** Removes a log stream with its events. */
export const deleteLogStream = operation<Input<DeleteLogStreamCommandInput>, object>({
  service: "logs",
  name: "DeleteLogStream",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html",
  readOnly: false,
  access: (context, { logGroupName, logStreamName }) =>
    logStreamAccess(context, "DeleteLogStream", { logGroupName }, logStreamName),
  run: (context, { logGroupName, logStreamName }) => {
    const group = findLogGroup(context, { logGroupName });
    group.streams.delete(findLogStream(group, logStreamName).name);
    return {};
  },
});
