import { indexSortKey, compareSortKeys } from "../storage/sortKey.ts";
import type { IndexSchema, TableSchema } from "../storage/tableSchema.ts";
import { pickAttributes, type Item } from "../values/attributeValue.ts";
import { equalValues } from "../values/compareValues.ts";
import { itemSize } from "../values/itemSize.ts";
import { Consumption, writeUnits } from "./consumedCapacity.ts";

/**
 * What a write takes: of the table, for the larger of the two items; of each index for what changes there.
 * Source: DynamoDB Developer Guide, "Using Global Secondary Indexes in DynamoDB", write capacity units.
 */
export function writeConsumption(schema: TableSchema, old: Item | undefined, next: Item | undefined): Consumption {
  const consumption = new Consumption();
  consumption.addToTable(writeUnits(Math.max(sizeOf(old), sizeOf(next))));
  for (const index of schema.indexes) {
    const units = indexUnits(schema, index, old, next);
    if (units > 0) consumption.addToIndex(index, units);
  }
  return consumption;
}

function indexUnits(schema: TableSchema, index: IndexSchema, old: Item | undefined, next: Item | undefined): number {
  const [before, after] = [old, next].map((item) => {
    const key = item && indexSortKey(schema, index, item);
    return item && key && { key, item: index.projected ? pickAttributes(item, index.projected) : item };
  });
  if (!before || !after) return [before, after].reduce((sum, entry) => sum + (entry ? units(entry.item) : 0), 0);
  if (compareSortKeys(before.key, after.key) !== 0) return units(before.item) + units(after.item);
  const isUnchanged = equalValues({ M: { ...before.item } }, { M: { ...after.item } });
  return isUnchanged ? 0 : Math.max(units(before.item), units(after.item));
}

function units(item: Item): number {
  return writeUnits(itemSize(item));
}

function sizeOf(item: Item | undefined): number {
  return item ? itemSize(item) : 0;
}
