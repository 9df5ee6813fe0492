import type { TransactWriteItemsCommandInput, TransactWriteItemsCommandOutput } from "@aws-sdk/client-dynamodb";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess, type Output } from "../../../operation.ts";
import { namedTable } from "../namedTable.ts";
import { itemAccess } from "../tableAccess.ts";
import { tableNamed, useTables } from "../useTable.ts";

type Action = Input<TransactWriteItemsCommandInput>["TransactItems"][number];

/**
 * Writes and checks items of several tables, all or none. Needs the permission of each action by itself.
 * Source: DynamoDB Developer Guide, "Using IAM with DynamoDB transactions".
 */
export const transactWriteItems = operation<
  Input<TransactWriteItemsCommandInput>,
  Output<TransactWriteItemsCommandOutput>
>({
  service: "dynamodb",
  name: "TransactWriteItems",
  documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html",
  readOnly: false,
  audit: { kind: "data" },
  access: (context, { TransactItems, ReturnConsumedCapacity }) =>
    TransactItems.flatMap((action) => accessOf(context, action, ReturnConsumedCapacity)),
  run: async (context, input) => {
    const { names, items } = await useTables(context, input.TransactItems.flatMap(tablesOf));
    const TransactItems = input.TransactItems.map(({ Put, Update, Delete, ConditionCheck }) => ({
      Put: Put && tableNamed(names, Put),
      Update: Update && tableNamed(names, Update),
      Delete: Delete && tableNamed(names, Delete),
      ConditionCheck: ConditionCheck && tableNamed(names, ConditionCheck),
    }));
    return items.transactWriteItems({ ...input, TransactItems }, context.now);
  },
});

function accessOf(
  context: CallContext,
  { Put, Update, Delete, ConditionCheck }: Action,
  ReturnConsumedCapacity: string | undefined,
): NeededAccess[] {
  const actions = [
    { action: "dynamodb:PutItem", request: Put },
    { action: "dynamodb:UpdateItem", request: Update },
    { action: "dynamodb:DeleteItem", request: Delete },
    { action: "dynamodb:ConditionCheckItem", request: ConditionCheck },
  ];
  return actions.flatMap(({ action, request }) => {
    if (!request) return [];
    const asked = { ...request, ReturnConsumedCapacity, enclosingOperation: "TransactWriteItems" } as const;
    return [itemAccess(context, action, namedTable(context, request.TableName), asked, "write")];
  });
}

function tablesOf({ Put, Update, Delete, ConditionCheck }: Action): string[] {
  return [Put, Update, Delete, ConditionCheck].flatMap((request) => request?.TableName ?? []);
}
