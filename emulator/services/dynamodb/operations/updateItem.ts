import type { UpdateItemCommandInput, UpdateItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable, type NamedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Changes attributes of one item, or makes it. */
export const updateItem = operation<Input<UpdateItemCommandInput>, Output<UpdateItemCommandOutput>, NamedTable>({
  service: "dynamodb",
  name: "UpdateItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html",
  readOnly: false,
  audit: { kind: "data" },
  find: (context, { TableName }) => namedTable(context, TableName),
  access: (context, input, named) => [itemAccess(context, "dynamodb:UpdateItem", named, input, "write")],
  run: async (context, input, named) => {
    const { name, items } = await useTable(context, named);
    return items.updateItem(underName(input, name));
  },
});
