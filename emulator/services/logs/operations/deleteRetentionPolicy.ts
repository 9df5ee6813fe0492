import type { DeleteRetentionPolicyCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";

/** Keeps the events of a log group for ever. */
export const deleteRetentionPolicy = operation<Input<DeleteRetentionPolicyCommandInput>, object>({
  service: "logs",
  name: "DeleteRetentionPolicy",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteRetentionPolicy.html",
  readOnly: false,
  access: (context, { logGroupName }) => logGroupAccess(context, "DeleteRetentionPolicy", { logGroupName }),
  run: (context, { logGroupName }) => {
    findLogGroup(context, { logGroupName }).retentionInDays = undefined;
    return {};
  },
});
