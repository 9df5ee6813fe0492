import type { BatchWriteItemCommandInput, BatchWriteItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { useBatchTables } from "../useTable.ts";

/** Writes and deletes items of several tables. */
export const batchWriteItem = operation<Input<BatchWriteItemCommandInput>, Output<BatchWriteItemCommandOutput>>({
  service: "dynamodb",
  name: "BatchWriteItem",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, { RequestItems, ReturnConsumedCapacity }) =>
    Object.entries(RequestItems).map(([table, writes]) => {
      const items = writes.flatMap(({ PutRequest, DeleteRequest }) => [PutRequest?.Item, DeleteRequest?.Key]);
      const Keys = items.filter((item) => item !== undefined);
      return itemAccess(
        context,
        "dynamodb:BatchWriteItem",
        namedTable(context, table),
        { Keys, ReturnConsumedCapacity },
        "batch write",
      );
    }),
  run: async (context, input) => {
    const { items, requests } = await useBatchTables(context, input.RequestItems);
    return items.batchWriteItem({ ...input, RequestItems: requests });
  },
});
