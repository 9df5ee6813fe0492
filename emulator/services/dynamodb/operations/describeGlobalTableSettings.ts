import type {
  DescribeGlobalTableSettingsCommandInput,
  DescribeGlobalTableSettingsCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { globalTableAccess, globalTableNotFound } from "../globalTable.ts";

/** As DescribeGlobalTable: there is none. AWS words it otherwise here. Source: as there. */
export const describeGlobalTableSettings = operation<
  Input<DescribeGlobalTableSettingsCommandInput>,
  Output<DescribeGlobalTableSettingsCommandOutput>
>({
  service: "dynamodb",
  name: "DescribeGlobalTableSettings",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeGlobalTableSettings.html",
  readOnly: true,
  access: (context, { GlobalTableName }) => [
    globalTableAccess(context, "dynamodb:DescribeGlobalTableSettings", GlobalTableName),
  ],
  run: (_context, { GlobalTableName }) => {
    throw globalTableNotFound(`Global table with name: '${GlobalTableName}' does not exist.`);
  },
});
