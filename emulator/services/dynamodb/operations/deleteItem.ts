import type { DeleteItemCommandInput, DeleteItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Deletes one item by its key. */
export const deleteItem = operation<Input<DeleteItemCommandInput>, Output<DeleteItemCommandOutput>>({
  service: "dynamodb",
  name: "DeleteItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, input) => [itemAccess(context, "dynamodb:DeleteItem", input.TableName, input, "write")],
  run: async (context, input) => {
    const { name, items } = await useTable(context, input.TableName);
    return items.deleteItem(underName(input, name));
  },
});
