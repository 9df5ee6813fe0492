import type { DescribeTimeToLiveCommandInput, DescribeTimeToLiveCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findTable } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Says that items do not expire: nothing can enable that yet. */
export const describeTimeToLive = operation<
  Input<DescribeTimeToLiveCommandInput>,
  Output<DescribeTimeToLiveCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeTimeToLive",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTimeToLive.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeTimeToLive", TableName)],
  run: (context, { TableName }) => {
    findTable(context, TableName);
    return { TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } };
  },
});
