import type { Condition } from "../expressions/condition.ts";
import type { DocumentPath } from "../expressions/documentPath.ts";
import { satisfies } from "../expressions/evaluateCondition.ts";
import type { SortKey } from "../storage/sortKey.ts";
import { openItem, type StoredItem } from "../storage/storedItem.ts";
import type { IndexSchema } from "../storage/tableSchema.ts";
import { pickAttributes, type AttributeValue, type Item } from "../values/attributeValue.ts";
import { itemSize } from "../values/itemSize.ts";
import { Consumption, readUnits } from "./consumedCapacity.ts";
import type { OpenTable } from "./openTable.ts";
import { projected } from "./projection.ts";
import { lastKey } from "./startKey.ts";

/** Read by one request at most, before filtering. Source: DynamoDB Developer Guide, "Paginating table query results". */
const maximumPageSize = 1024 * 1024;

/** How to read a page. */
export interface PageRequest {
  readonly open: OpenTable;
  readonly index?: IndexSchema;
  /** What is left to be read, in order. */
  readonly entries: Iterable<readonly [SortKey, StoredItem]>;
  readonly Limit?: number;
  readonly Select?: string;
  readonly ConsistentRead?: boolean;
  readonly filter?: Condition;
  readonly paths?: readonly DocumentPath[];
  /** Whether whole items are fetched from the table, as the index does not have all that is asked for. */
  readonly isFetching: boolean;
}

/** What of a page is answered. */
export interface Page {
  readonly Items?: Record<string, AttributeValue>[];
  readonly Count: number;
  readonly ScannedCount: number;
  readonly LastEvaluatedKey?: Record<string, AttributeValue>;
}

/** Reads as many items as one answer may take, and answers those that pass the filter. */
export function readPage(request: PageRequest): { readonly page: Page; readonly consumption: Consumption } {
  const { open, index, filter, paths, Select } = request;
  const { items, size, isFull, last } = readItems(request);
  const passed = filter ? items.filter((item) => satisfies(item, filter)) : items;
  const isCounting = Select === "COUNT";
  return {
    page: {
      Items: isCounting ? undefined : passed.map((item) => projected(item, paths)),
      Count: passed.length,
      ScannedCount: items.length,
      LastEvaluatedKey: isFull && last ? lastKey(open.table.schema, index, last) : undefined,
    },
    consumption: consumptionOf(request, items, size),
  };
}

function readItems({ open, index, entries, Limit = Infinity, isFetching }: PageRequest) {
  const items: Item[] = [];
  let size = 0;
  let last: Item | undefined;
  for (const [, stored] of entries) {
    last = openItem(stored, open.cipher);
    const read = index?.projected ? pickAttributes(last, index.projected) : last;
    size += index?.projected ? itemSize(read) : stored.size;
    items.push(isFetching ? last : read);
    if (items.length >= Limit || size >= maximumPageSize) return { items, size, last, isFull: true };
  }
  return { items, size, last, isFull: false };
}

function consumptionOf({ index, ConsistentRead, isFetching }: PageRequest, items: readonly Item[], size: number) {
  const consistency = ConsistentRead ? "strong" : "eventual";
  const consumption = new Consumption();
  if (index) consumption.addToIndex(index, readUnits(size, consistency));
  else consumption.addToTable(readUnits(size, consistency));
  if (isFetching) for (const item of items) consumption.addToTable(readUnits(itemSize(item), consistency));
  return consumption;
}
