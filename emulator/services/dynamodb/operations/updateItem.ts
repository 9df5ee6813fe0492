import type { UpdateItemCommandInput, UpdateItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Changes attributes of one item, or makes it. */
export const updateItem = operation<Input<UpdateItemCommandInput>, Output<UpdateItemCommandOutput>>({
  service: "dynamodb",
  name: "UpdateItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, input) => [itemAccess(context, "dynamodb:UpdateItem", input.TableName, input, "write")],
  run: async (context, input) => {
    const { name, items } = await useTable(context, input.TableName);
    return items.updateItem(underName(input, name));
  },
});
