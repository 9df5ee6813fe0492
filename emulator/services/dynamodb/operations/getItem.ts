import type { GetItemCommandInput, GetItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Reads one item by its key. */
export const getItem = operation<Input<GetItemCommandInput>, Output<GetItemCommandOutput>>({
  service: "dynamodb",
  name: "GetItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html",
  readOnly: true,
  audit: { kind: "data" },
  access: (context, input) => [itemAccess(context, "dynamodb:GetItem", input.TableName, input, "read")],
  run: async (context, input) => {
    const { name, items } = await useTable(context, input.TableName);
    return items.getItem(underName(input, name));
  },
});
