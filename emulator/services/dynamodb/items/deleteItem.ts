import type { Items } from "../storage/itemStorage.ts";
import { writeItem } from "./itemWrite.ts";
import type { FindTable } from "./openTable.ts";
import { planDelete } from "./plannedWrites.ts";
import { checkReturnValues } from "./putItem.ts";

/** Deletes one item, if there is one. */
export function deleteItem(
  find: FindTable,
  request: Parameters<Items["deleteItem"]>[0],
): ReturnType<Items["deleteItem"]> {
  const { ReturnValues, ReturnConsumedCapacity, ReturnItemCollectionMetrics } = request;
  checkReturnValues(ReturnValues);
  const done = writeItem(planDelete(find, request), ReturnItemCollectionMetrics);
  return {
    Attributes: ReturnValues === "ALL_OLD" ? done.old : undefined,
    ConsumedCapacity: done.consumption.describe(request.TableName, ReturnConsumedCapacity),
    ItemCollectionMetrics: done.metrics,
  };
}
