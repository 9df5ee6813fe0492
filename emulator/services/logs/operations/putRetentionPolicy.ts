import type { PutRetentionPolicyCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";

/** Source: CloudWatch Logs API Reference, PutRetentionPolicy. */
const retentions: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Says for how many days the events of a log group are kept. */
export const putRetentionPolicy = operation<Input<PutRetentionPolicyCommandInput>, object>({
  service: "logs",
  name: "PutRetentionPolicy",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  readOnly: false,
  access: (context, { logGroupName }) => logGroupAccess(context, "PutRetentionPolicy", { logGroupName }),
  run: (context, { logGroupName, retentionInDays }) => {
    const group = findLogGroup(context, { logGroupName });
    if (!retentions.includes(retentionInDays)) {
      throw invalidParameter(`retentionInDays must be one of ${retentions.join(", ")}, not ${retentionInDays}.`);
    }
    group.retentionInDays = retentionInDays;
    return {};
  },
});
