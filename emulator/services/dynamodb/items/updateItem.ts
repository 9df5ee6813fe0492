import { project } from "../expressions/project.ts";
import type { UpdateAction } from "../expressions/updateExpression.ts";
import type { Items } from "../storage/itemStorage.ts";
import type { Item } from "../values/attributeValue.ts";
import { writeItem, type PreparedWrite } from "./itemWrite.ts";
import type { FindTable } from "./openTable.ts";
import { planUpdate } from "./plannedWrites.ts";

/** Changes attributes of one item, or makes it. */
export function updateItem(
  find: FindTable,
  request: Parameters<Items["updateItem"]>[0],
): ReturnType<Items["updateItem"]> {
  const { ReturnValues, ReturnConsumedCapacity, ReturnItemCollectionMetrics } = request;
  const write = planUpdate(find, request);
  const done = writeItem(write, ReturnItemCollectionMetrics);
  return {
    Attributes: returned(ReturnValues, done, write.actions),
    ConsumedCapacity: done.consumption.describe(request.TableName, ReturnConsumedCapacity),
    ItemCollectionMetrics: done.metrics,
  };
}

function returned(
  returnValues: string | undefined,
  { old, next = {} }: PreparedWrite,
  actions: readonly UpdateAction[],
): Item | undefined {
  const paths = actions.map(({ path }) => path);
  switch (returnValues) {
    case "ALL_OLD":
      return old;
    case "UPDATED_OLD":
      return old && project(old, paths);
    case "ALL_NEW":
      return next;
    case "UPDATED_NEW":
      return project(next, paths);
    default:
      return undefined;
  }
}
