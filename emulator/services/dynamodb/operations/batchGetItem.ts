import type { BatchGetItemCommandInput, BatchGetItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { useBatchTables } from "../useTable.ts";

/** Reads items of several tables by their keys. */
export const batchGetItem = operation<Input<BatchGetItemCommandInput>, Output<BatchGetItemCommandOutput>>({
  service: "dynamodb",
  name: "BatchGetItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html",
  readOnly: true,
  audit: { kind: "data" },
  access: (context, { RequestItems, ReturnConsumedCapacity }) =>
    Object.entries(RequestItems).map(([table, request]) =>
      itemAccess(
        context,
        "dynamodb:BatchGetItem",
        namedTable(context, table),
        { ...request, ReturnConsumedCapacity },
        "read",
      ),
    ),
  run: async (context, input) => {
    const { items, requests } = await useBatchTables(context, input.RequestItems);
    return items.batchGetItem({ ...input, RequestItems: requests });
  },
});
