import type { PutResourcePolicyCommandInput, PutResourcePolicyCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";
import { readResourcePolicy, shownResourcePolicy } from "../resourcePolicy.ts";

/** How many resource policies a region has. Source: CloudWatch Logs API Reference, PutResourcePolicy. */
const maximumPolicies = 10;

/** Says which services may write to the account's log groups. */
export const putResourcePolicy = operation<
  Input<PutResourcePolicyCommandInput>,
  Output<PutResourcePolicyCommandOutput>
>({
  service: "logs",
  name: "PutResourcePolicy",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html",
  readOnly: false,
  unsupported: ["expectedRevisionId", "resourceArn"],
  access: (context) => accountAccess(context, "PutResourcePolicy"),
  run: (context, { policyName, policyDocument }) => {
    const { logs } = context.state;
    if (policyName === undefined) throw invalidParameter("policyName is required for a policy of the account.");
    if (policyDocument === undefined) throw invalidParameter("policyDocument is required.");
    const policy = readResourcePolicy(context, policyName, policyDocument);
    const others = logs.policies().filter(({ name }) => name !== policyName);
    if (others.length >= maximumPolicies) throw new AwsError("LimitExceededException", "Resource limit exceeded.");
    logs.setPolicy(policy);
    return { resourcePolicy: shownResourcePolicy(policy) };
  },
});
