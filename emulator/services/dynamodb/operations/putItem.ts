import type { PutItemCommandInput, PutItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable, type NamedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Writes one item, in place of what was under its key. */
export const putItem = operation<Input<PutItemCommandInput>, Output<PutItemCommandOutput>, NamedTable>({
  service: "dynamodb",
  name: "PutItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html",
  readOnly: false,
  audit: { kind: "data" },
  find: (context, { TableName }) => namedTable(context, TableName),
  access: (context, input, named) => [itemAccess(context, "dynamodb:PutItem", named, input, "write")],
  run: async (context, input, named) => {
    const { name, items } = await useTable(context, named);
    return items.putItem(underName(input, name));
  },
});
