import type { ListImportsCommandInput, ListImportsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { tableListAccess } from "../tableAccess.ts";

/** Lists the imports of tables from S3: there are none, nothing can begin one yet. */
export const listImports = operation<Input<ListImportsCommandInput>, Output<ListImportsCommandOutput>>({
  service: "dynamodb",
  name: "ListImports",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListImports.html",
  readOnly: true,
  access: (context, { TableArn }) => [tableListAccess(context, "dynamodb:ListImports", TableArn)],
  run: () => ({ ImportSummaryList: [] }),
});
