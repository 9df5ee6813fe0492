import type { DeleteItemCommandInput, DeleteItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable, type NamedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Deletes one item by its key. */
export const deleteItem = operation<Input<DeleteItemCommandInput>, Output<DeleteItemCommandOutput>, NamedTable>({
  service: "dynamodb",
  name: "DeleteItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html",
  readOnly: false,
  audit: { kind: "data" },
  find: (context, { TableName }) => namedTable(context, TableName),
  access: (context, input, named) => [itemAccess(context, "dynamodb:DeleteItem", named, input, "write")],
  run: async (context, input, named) => {
    const { name, items } = await useTable(context, named);
    return items.deleteItem(underName(input, name));
  },
});
