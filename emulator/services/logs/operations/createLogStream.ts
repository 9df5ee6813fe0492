import type { CreateLogStreamCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logStreamAccess } from "../logGroupAccess.ts";
import { alreadyExists } from "../logsError.ts";

/** Makes an empty log stream. */
export const createLogStream = operation<Input<CreateLogStreamCommandInput>, object>({
  service: "logs",
  name: "CreateLogStream",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html",
  readOnly: false,
  access: (context, { logGroupName, logStreamName }) =>
    logStreamAccess(context, "CreateLogStream", { logGroupName }, logStreamName),
  run: (context, { logGroupName, logStreamName: name }) => {
    const { arn, streams } = findLogGroup(context, { logGroupName });
    if (streams.has(name)) throw alreadyExists("log stream");
    const creationTime = context.now.getTime();
    streams.set(name, { name, arn: `${arn}:log-stream:${name}`, creationTime, events: [] });
    return {};
  },
});
