import type { ScanCommandInput, ScanCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable, type NamedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Reads all items of a table or index. */
export const scan = operation<Input<ScanCommandInput>, Output<ScanCommandOutput>, NamedTable>({
  service: "dynamodb",
  name: "Scan",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html",
  readOnly: true,
  audit: { kind: "data" },
  find: (context, { TableName }) => namedTable(context, TableName),
  access: (context, input, named) => [itemAccess(context, "dynamodb:Scan", named, input, "read")],
  run: async (context, input, named) => {
    const { name, items } = await useTable(context, named);
    return items.scan(underName(input, name));
  },
});
