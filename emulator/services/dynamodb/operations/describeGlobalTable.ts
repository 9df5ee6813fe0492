import type { DescribeGlobalTableCommandInput, DescribeGlobalTableCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { globalTableAccess, globalTableNotFound } from "../globalTable.ts";

/**
 * Says that there is no global table of version 2017.11.29: nothing can make one. Source of the sentence: measured on real
 * AWS by a third party in October 2026.
 */
export const describeGlobalTable = operation<
  Input<DescribeGlobalTableCommandInput>,
  Output<DescribeGlobalTableCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeGlobalTable",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeGlobalTable.html",
  readOnly: true,
  access: (context, { GlobalTableName }) => [
    globalTableAccess(context, "dynamodb:DescribeGlobalTable", GlobalTableName),
  ],
  run: (_context, { GlobalTableName }) => {
    throw globalTableNotFound(`Global table not found: Global table with name: '${GlobalTableName}' does not exist.`);
  },
});
