import type { Item } from "../values/attributeValue.ts";
import type { ItemCipher } from "../storage/itemCipher.ts";
import type { ItemTable } from "../storage/itemTable.ts";
import { openItem } from "../storage/storedItem.ts";

/** A table with what opens its items. */
export interface OpenTable {
  readonly table: ItemTable;
  readonly cipher: ItemCipher;
}

/** Finds the tables that have been opened. Throws ResourceNotFoundException. */
export type FindTable = (name: string) => OpenTable;

/** The item of a key that has been checked. */
export function readItem({ table, cipher }: OpenTable, key: Item): Item | undefined {
  const stored = table.find(key);
  return stored && openItem(stored, cipher);
}
