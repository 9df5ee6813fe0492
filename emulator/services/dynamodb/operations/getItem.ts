import type { GetItemCommandInput, GetItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable, type NamedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Reads one item by its key. */
export const getItem = operation<Input<GetItemCommandInput>, Output<GetItemCommandOutput>, NamedTable>({
  service: "dynamodb",
  name: "GetItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html",
  readOnly: true,
  audit: { kind: "data" },
  find: (context, { TableName }) => namedTable(context, TableName),
  access: (context, input, named) => [itemAccess(context, "dynamodb:GetItem", named, input, "read")],
  run: async (context, input, named) => {
    const { name, items } = await useTable(context, named);
    return items.getItem(underName(input, name));
  },
});
