import type { DescribeTimeToLiveCommandInput, DescribeTimeToLiveCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTable } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Says by which attribute the items of a table expire, if they do. */
export const describeTimeToLive = operation<
  Input<DescribeTimeToLiveCommandInput>,
  Output<DescribeTimeToLiveCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeTimeToLive",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeTimeToLive", TableName)],
  run: (context, { TableName }) => ({ TimeToLiveDescription: findTable(context, TableName).timeToLive.describe() }),
});
