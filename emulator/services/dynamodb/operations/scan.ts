import type { ScanCommandInput, ScanCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Reads all items of a table or index. */
export const scan = operation<Input<ScanCommandInput>, Output<ScanCommandOutput>>({
  service: "dynamodb",
  name: "Scan",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html",
  readOnly: true,
  audit: { kind: "data" },
  access: (context, input) => [itemAccess(context, "dynamodb:Scan", input.TableName, input, "read")],
  run: async (context, input) => {
    const { name, items } = await useTable(context, input.TableName);
    return items.scan(underName(input, name));
  },
});
