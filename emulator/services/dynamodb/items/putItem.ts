import { validationException } from "../errors.ts";
import type { Items } from "../storage/itemStorage.ts";
import { writeItem } from "./itemWrite.ts";
import type { FindTable } from "./openTable.ts";
import { planPut } from "./plannedWrites.ts";

/** Writes one item in place of what was under its key. */
export function putItem(find: FindTable, request: Parameters<Items["putItem"]>[0]): ReturnType<Items["putItem"]> {
  const { ReturnValues, ReturnConsumedCapacity, ReturnItemCollectionMetrics } = request;
  checkReturnValues(ReturnValues);
  const done = writeItem(planPut(find, request), ReturnItemCollectionMetrics);
  return {
    Attributes: ReturnValues === "ALL_OLD" ? done.old : undefined,
    ConsumedCapacity: done.consumption.describe(request.TableName, ReturnConsumedCapacity),
    ItemCollectionMetrics: done.metrics,
  };
}

/** Throws ValidationException for what only an update can return. */
export function checkReturnValues(returnValues: string | undefined): void {
  if (returnValues === undefined || returnValues === "NONE" || returnValues === "ALL_OLD") return;
  throw validationException("ReturnValues can only be ALL_OLD or NONE");
}
