import type { DescribeLogGroupsCommandInput, DescribeLogGroupsCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { groupNameOf } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";
import { page } from "../page.ts";
import { shownLogGroup } from "../shownLogGroup.ts";

/** Shows log groups by name. */
export const describeLogGroups = operation<
  Input<DescribeLogGroupsCommandInput>,
  Output<DescribeLogGroupsCommandOutput>
>({
  service: "logs",
  name: "DescribeLogGroups",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html",
  readOnly: true,
  unsupported: ["accountIdentifiers", "includeLinkedAccounts"],
  access: (context) => logGroupAccess(context, "DescribeLogGroups", { logGroupName: "" }),
  run: ({ state }, input) => {
    const { logGroupNamePrefix, logGroupNamePattern, logGroupIdentifiers, logGroupClass = "STANDARD" } = input;
    if (logGroupNamePrefix !== undefined && logGroupNamePattern !== undefined) {
      throw invalidParameter("logGroupNamePrefix and logGroupNamePattern exclude each other.");
    }
    const named = logGroupIdentifiers?.map((logGroupIdentifier) => groupNameOf({ logGroupIdentifier }));
    const pattern = (logGroupNamePattern ?? "").toLowerCase();
    const found = state.logs
      .groups()
      .filter(
        ({ name }) =>
          (named?.includes(name) ?? true) &&
          name.startsWith(logGroupNamePrefix ?? "") &&
          name.toLowerCase().includes(pattern) &&
          logGroupClass === "STANDARD",
      );
    const { items, next } = page(found, ({ name }) => name, input.limit ?? 50, input.nextToken);
    return { logGroups: items.map(shownLogGroup), nextToken: next };
  },
});
