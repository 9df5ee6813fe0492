import type {
  DescribeResourcePoliciesCommandInput,
  DescribeResourcePoliciesCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { accountAccess } from "../logGroupAccess.ts";
import { page } from "../page.ts";
import { shownResourcePolicy } from "../resourcePolicy.ts";

/** Shows the account's resource policies. */
export const describeResourcePolicies = operation<
  Input<DescribeResourcePoliciesCommandInput>,
  Output<DescribeResourcePoliciesCommandOutput>
>({
  service: "logs",
  name: "DescribeResourcePolicies",
  documentation:
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeResourcePolicies.html",
  readOnly: true,
  unsupported: ["policyScope", "resourceArn"],
  access: (context) => accountAccess(context, "DescribeResourcePolicies"),
  run: ({ state }, { limit = 50, nextToken }) => {
    const { items, next } = page(state.logs.policies(), ({ name }) => name, limit, nextToken);
    return { resourcePolicies: items.map(shownResourcePolicy), nextToken: next };
  },
});
