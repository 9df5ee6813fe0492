import type { DeleteResourcePolicyCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { accountAccess } from "../logGroupAccess.ts";
import { missing } from "../logsError.ts";

/** Takes a resource policy away. */
export const deleteResourcePolicy = operation<Input<DeleteResourcePolicyCommandInput>, object>({
  service: "logs",
  name: "DeleteResourcePolicy",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteResourcePolicy.html",
  readOnly: false,
  unsupported: ["expectedRevisionId", "resourceArn"],
  access: (context) => accountAccess(context, "DeleteResourcePolicy"),
  run: ({ state }, { policyName = "" }) => {
    if (!state.logs.removePolicy(policyName)) throw missing("resource policy");
    return {};
  },
});
