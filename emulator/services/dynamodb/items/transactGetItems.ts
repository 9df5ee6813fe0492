import type { Items } from "../storage/itemStorage.ts";
import { parseItem } from "../values/parseAttributeValue.ts";
import { checkKey, checkNotEmpty } from "./checkKeys.ts";
import { readUnits } from "./consumedCapacity.ts";
import { parseProjectionOf, readProjected } from "./getItem.ts";
import { keyText } from "./keyText.ts";
import type { FindTable } from "./openTable.ts";
import { TableConsumptions } from "./tableConsumptions.ts";
import { checkDistinct, checkTransactionSize, resultsOf, tryAction } from "./transactionError.ts";

type TransactGetRequest = Parameters<Items["transactGetItems"]>[0];

/** Reads several items as they are at one moment. */
export function transactGetItems(find: FindTable, request: TransactGetRequest): ReturnType<Items["transactGetItems"]> {
  const reads = request.TransactItems.map(({ Get }) => {
    const key = parseItem(Get.Key);
    const paths = parseProjectionOf(Get);
    const open = find(Get.TableName);
    checkNotEmpty(open.table.schema, key);
    return { open, key, paths };
  });
  checkDistinct(reads.map(({ open, key }) => `${open.table.name} ${keyText(key)}`));
  const items = resultsOf(
    reads.map(({ open, key, paths }) =>
      tryAction(() => {
        checkKey(open.table.schema, key);
        return { name: open.table.name, ...readProjected(open, key, paths) };
      }),
    ),
  );
  checkTransactionSize(items.map(({ size }) => size));
  const consumptions = new TableConsumptions();
  for (const { name, size } of items) consumptions.of(name).addToTable(readUnits(size, "transaction"));
  return {
    Responses: items.map(({ projected }) => (projected ? { Item: projected } : {})),
    ...consumptions.describe(request.ReturnConsumedCapacity, "read"),
  };
}
