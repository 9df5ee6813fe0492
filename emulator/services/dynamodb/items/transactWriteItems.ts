import { validationException } from "../errors.ts";
import type { Items } from "../storage/itemStorage.ts";
import { keyNames } from "../storage/tableSchema.ts";
import { pickAttributes } from "../values/attributeValue.ts";
import { itemSize } from "../values/itemSize.ts";
import { collectionMetrics } from "./collectionMetrics.ts";
import { readUnits } from "./consumedCapacity.ts";
import { commitWrite, prepareWrite, type ItemWrite } from "./itemWrite.ts";
import { keyText } from "./keyText.ts";
import type { FindTable } from "./openTable.ts";
import { planConditionCheck, planDelete, planPut, planUpdate } from "./plannedWrites.ts";
import { TableConsumptions } from "./tableConsumptions.ts";
import { TableMetrics } from "./tableMetrics.ts";
import { checkDistinct, checkTransactionSize, resultsOf, tryAction } from "./transactionError.ts";
import type { TransactionTokens } from "./transactionTokens.ts";

type TransactWriteRequest = Parameters<Items["transactWriteItems"]>[0];
type Action = TransactWriteRequest["TransactItems"][number];

/** Makes all writes or none. A transaction that has been made under its token takes only what reading would. */
export function transactWriteItems(
  find: FindTable,
  tokens: TransactionTokens,
  request: TransactWriteRequest,
  now: Date,
): ReturnType<Items["transactWriteItems"]> {
  const { TransactItems, ClientRequestToken: token, ReturnConsumedCapacity, ReturnItemCollectionMetrics } = request;
  const writes = TransactItems.map((action) => plan(find, action));
  checkDistinct(writes.map(itemText));
  if (token !== undefined && tokens.isDone(token, TransactItems, now)) {
    return readConsumption(writes, ReturnConsumedCapacity);
  }
  const prepared = resultsOf(writes.map((write) => tryAction(() => ({ write, ...prepareWrite(write) }))));
  checkTransactionSize(prepared.map(({ next }) => (next ? itemSize(next) : 0)));
  for (const done of prepared) commitWrite(done.write, done);
  if (token !== undefined) tokens.remember(token, TransactItems, now);
  const consumptions = new TableConsumptions();
  const metrics = new TableMetrics();
  for (const { write, consumption } of prepared) {
    const { name } = write.open.table;
    consumptions.of(name).add(consumption, 2);
    metrics.add(name, collectionMetrics(write, ReturnItemCollectionMetrics));
  }
  return { ...consumptions.describe(ReturnConsumedCapacity, "write"), ...metrics.describe() };
}

function plan(find: FindTable, { Put, Update, Delete, ConditionCheck }: Action): ItemWrite {
  if ([Put, Update, Delete, ConditionCheck].filter((action) => action !== undefined).length !== 1) {
    throw validationException("TransactItems can only contain one of Check, Put, Update or Delete");
  }
  if (Put) return planPut(find, Put);
  if (Update) return planUpdate(find, Update);
  if (Delete) return planDelete(find, Delete);
  if (ConditionCheck) return planConditionCheck(find, ConditionCheck);
  throw new Error("A transaction's action that was counted is not there.");
}

function itemText({ open: { table }, key }: ItemWrite): string {
  return `${table.name} ${keyText(pickAttributes(key, keyNames(table.schema)))}`;
}

/** Source: DynamoDB API Reference, TransactWriteItems, `ClientRequestToken`. */
function readConsumption(writes: readonly ItemWrite[], asked: string | undefined) {
  const consumptions = new TableConsumptions();
  for (const { open, key } of writes) {
    const size = open.table.find(key)?.size ?? 0;
    consumptions.of(open.table.name).addToTable(readUnits(size, "transaction"));
  }
  return consumptions.describe(asked, "read");
}
