import type { ListExportsCommandInput, ListExportsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { tableListAccess } from "../tableAccess.ts";

/** Lists the exports of tables to S3: there are none, nothing can begin one yet. */
export const listExports = operation<Input<ListExportsCommandInput>, Output<ListExportsCommandOutput>>({
  service: "dynamodb",
  name: "ListExports",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListExports.html",
  readOnly: true,
  access: (context, { TableArn }) => [tableListAccess(context, "dynamodb:ListExports", TableArn)],
  run: () => ({ ExportSummaries: [] }),
});
