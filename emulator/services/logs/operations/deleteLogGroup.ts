import type { DeleteLogGroupCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";

/** Removes a log group with its streams, events and metric filters. */
export const deleteLogGroup = operation<Input<DeleteLogGroupCommandInput>, object>({
  service: "logs",
  name: "DeleteLogGroup",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html",
  readOnly: false,
  access: (context, { logGroupName }) => logGroupAccess(context, "DeleteLogGroup", { logGroupName }),
  run: (context, { logGroupName }) => {
    context.state.logs.remove(findLogGroup(context, { logGroupName }));
    return {};
  },
});
