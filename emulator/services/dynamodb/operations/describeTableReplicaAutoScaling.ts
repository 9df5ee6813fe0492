import type {
  DescribeTableReplicaAutoScalingCommandInput,
  DescribeTableReplicaAutoScalingCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { describedTable } from "../describedTable.ts";
import { findTable } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Says that a table has no replicas whose capacity would follow demand; that answer was not recorded. */
export const describeTableReplicaAutoScaling = operation<
  Input<DescribeTableReplicaAutoScalingCommandInput>,
  Output<DescribeTableReplicaAutoScalingCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeTableReplicaAutoScaling",
  documentation:
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTableReplicaAutoScaling.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeTableReplicaAutoScaling", TableName)],
  run: (context, { TableName }) => {
    const table = findTable(context, TableName);
    const { TableStatus } = describedTable(context, table);
    return { TableAutoScalingDescription: { TableName: table.name, TableStatus, Replicas: [] } };
  },
});
