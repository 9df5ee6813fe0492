import { validationException } from "../errors.ts";
import type { Items } from "../storage/itemStorage.ts";
import { keyNames } from "../storage/tableSchema.ts";
import { pickAttributes } from "../values/attributeValue.ts";
import { severalTypes } from "../values/parseAttributeValue.ts";
import { writeItem, type ItemWrite } from "./itemWrite.ts";
import { keyText } from "./keyText.ts";
import type { FindTable } from "./openTable.ts";
import { planDelete, planPut } from "./plannedWrites.ts";
import { TableConsumptions } from "./tableConsumptions.ts";
import { TableMetrics } from "./tableMetrics.ts";

type BatchWriteRequest = Parameters<Items["batchWriteItem"]>[0];
type WriteRequest = BatchWriteRequest["RequestItems"][string][number];

/** Source: DynamoDB API Reference, BatchWriteItem. */
const maximumWrites = 25;

/** Puts and deletes items of several tables, one after the other. Nothing is left unprocessed. */
export function batchWriteItem(find: FindTable, request: BatchWriteRequest): ReturnType<Items["batchWriteItem"]> {
  const tables = Object.entries(request.RequestItems).map(([name, writes]) => ({
    name,
    writes: writes.map((write) => plan(find, name, write)),
  }));
  if (tables.reduce((sum, { writes }) => sum + writes.length, 0) > maximumWrites) {
    throw validationException("Too many items requested for the BatchWriteItem call");
  }
  for (const { writes } of tables) checkTogether(writes);
  const consumptions = new TableConsumptions();
  const metrics = new TableMetrics();
  for (const { name, writes } of tables) {
    for (const write of writes) {
      const done = writeItem(write, request.ReturnItemCollectionMetrics);
      consumptions.of(name).add(done.consumption);
      metrics.add(name, done.metrics);
    }
  }
  return {
    UnprocessedItems: {},
    ...metrics.describe(),
    ...consumptions.describe(request.ReturnConsumedCapacity),
  };
}

function plan(find: FindTable, TableName: string, { PutRequest, DeleteRequest }: WriteRequest): ItemWrite {
  if (PutRequest && !DeleteRequest) return planPut(find, { TableName, Item: PutRequest.Item });
  if (DeleteRequest && !PutRequest) return planDelete(find, { TableName, Key: DeleteRequest.Key });
  throw severalTypes();
}

/** All must fit the table, and be about different items, before anything is written. */
function checkTogether(writes: readonly ItemWrite[]): void {
  const keys = writes.map((write) => {
    write.check();
    return keyText(pickAttributes(write.key, keyNames(write.open.table.schema)));
  });
  if (new Set(keys).size < keys.length) {
    throw validationException("Provided list of item keys contains duplicates");
  }
}
