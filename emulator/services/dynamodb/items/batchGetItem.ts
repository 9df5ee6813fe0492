import { validationException } from "../errors.ts";
import type { DocumentPath } from "../expressions/documentPath.ts";
import type { Items } from "../storage/itemStorage.ts";
import type { AttributeValue, Item } from "../values/attributeValue.ts";
import { parseItem } from "../values/parseAttributeValue.ts";
import { checkKey } from "./checkKeys.ts";
import { readUnits, type Consumption } from "./consumedCapacity.ts";
import { parseProjectionOf, readProjected } from "./getItem.ts";
import { keyText } from "./keyText.ts";
import type { FindTable } from "./openTable.ts";
import { TableConsumptions } from "./tableConsumptions.ts";

type BatchGetRequest = Parameters<Items["batchGetItem"]>[0];
type TableRequest = BatchGetRequest["RequestItems"][string];

/** Source: DynamoDB API Reference, BatchGetItem. */
const maximumKeys = 100;
const maximumSize = 16 * 1024 * 1024;

/** What a batch asks of one table. */
interface TableRead {
  readonly name: string;
  readonly request: TableRequest;
  readonly keys: readonly Item[];
  readonly paths?: readonly DocumentPath[];
}

/** Reads items of several tables, as many as an answer may have in it. */
export function batchGetItem(find: FindTable, request: BatchGetRequest): ReturnType<Items["batchGetItem"]> {
  const reads = Object.entries(request.RequestItems).map(([name, table]) => parseRead(name, table));
  if (reads.reduce((sum, { keys }) => sum + keys.length, 0) > maximumKeys) {
    throw validationException("Too many items requested for the BatchGetItem call");
  }
  for (const { name, keys } of reads) for (const key of keys) checkKey(find(name).table.schema, key);
  const budget = new Budget(maximumSize);
  const consumptions = new TableConsumptions();
  const done = reads.map((read) => ({ ...read, ...readTable(find, read, budget, consumptions.of(read.name)) }));
  const unprocessed = done.filter(({ left }) => left.length > 0);
  return {
    Responses: Object.fromEntries(done.map(({ name, items }) => [name, items])),
    UnprocessedKeys: Object.fromEntries(
      unprocessed.map(({ name, request, left }) => [name, { ...request, Keys: left }]),
    ),
    ...consumptions.describe(request.ReturnConsumedCapacity),
  };
}

function parseRead(name: string, request: TableRequest): TableRead {
  const paths = parseProjectionOf(request);
  const keys = request.Keys.map(parseItem);
  if (new Set(keys.map(keyText)).size < keys.length) {
    throw validationException("Provided list of item keys contains duplicates");
  }
  return { name, request, keys, paths };
}

/** Bytes that may still be answered. */
class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Whether there is room for so much; if so, it is taken. */
  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }
}

function readTable(
  find: FindTable,
  { name, request, keys, paths }: TableRead,
  budget: Budget,
  consumption: Consumption,
) {
  const open = find(name);
  const items: Record<string, AttributeValue>[] = [];
  const left: Record<string, AttributeValue>[] = [];
  for (const key of keys) {
    const { projected, size } = readProjected(open, key, paths);
    if (!budget.take(size)) {
      left.push(key);
      continue;
    }
    consumption.addToTable(readUnits(size, request.ConsistentRead ? "strong" : "eventual"));
    if (projected) items.push(projected);
  }
  return { items, left };
}
