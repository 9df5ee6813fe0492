import type { DescribeTableCommandInput, DescribeTableCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { describedTable } from "../describedTable.ts";
import { findTable } from "../findTable.ts";
import { tableAccess } from "../tableAccess.ts";

/** Describes a table. Needs no permission on its key. */
export const describeTable = operation<Input<DescribeTableCommandInput>, Output<DescribeTableCommandOutput>>({
  service: "dynamodb",
  name: "DescribeTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html",
  readOnly: true,
  access: (context, { TableName }) => [tableAccess(context, "dynamodb:DescribeTable", TableName)],
  run: (context, { TableName }) => ({ Table: describedTable(context, findTable(context, TableName)) }),
});
