import type { TransactGetItemsCommandInput, TransactGetItemsCommandOutput } from "@aws-sdk/client-dynamodb";
import { operation, type Input, type Output } from "../../../operation.ts";
import { namedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { tableNamed, useTables } from "../useTable.ts";

/**
 * Reads items of several tables as they are at one moment. Needs GetItem on each of them.
 * Source: DynamoDB Developer Guide, "Using IAM with DynamoDB transactions".
 */
export const transactGetItems = operation<Input<TransactGetItemsCommandInput>, Output<TransactGetItemsCommandOutput>>({
  service: "dynamodb",
  name: "TransactGetItems",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html",
  readOnly: true,
  audit: { kind: "data" },
  access: (context, { TransactItems, ReturnConsumedCapacity }) =>
    TransactItems.map(({ Get }) => {
      const request = { ...Get, ReturnConsumedCapacity, enclosingOperation: "TransactGetItems" } as const;
      return itemAccess(context, "dynamodb:GetItem", namedTable(context, Get.TableName), request, "read");
    }),
  run: async (context, input) => {
    const { names, items } = await useTables(
      context,
      input.TransactItems.map(({ Get }) => Get.TableName),
    );
    const TransactItems = input.TransactItems.map(({ Get }) => ({ Get: tableNamed(names, Get) }));
    return items.transactGetItems({ ...input, TransactItems });
  },
});
