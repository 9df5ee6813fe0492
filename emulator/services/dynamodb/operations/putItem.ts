import type { PutItemCommandInput, PutItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { itemAccess } from "../tableAccess.ts";
import { underName, useTable } from "../useTable.ts";

/** Writes one item, in place of what was under its key. */
export const putItem = operation<Input<PutItemCommandInput>, Output<PutItemCommandOutput>>({
  service: "dynamodb",
  name: "PutItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, input) => [itemAccess(context, "dynamodb:PutItem", input.TableName, input, "write")],
  run: async (context, input) => {
    const { name, items } = await useTable(context, input.TableName);
    return items.putItem(underName(input, name));
  },
});
