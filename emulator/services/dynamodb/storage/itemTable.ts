import type { Item } from "../values/attributeValue.ts";
import type { ItemCipher } from "./itemCipher.ts";
import type { InspectedItem, Snapshot } from "./itemStorage.ts";
import { SortedItems } from "./sortedItems.ts";
import { compareSortKeys, indexSortKey, tableSortKey, type SortKey } from "./sortKey.ts";
import { openItem, resealItem, sealItem, type StoredItem } from "./storedItem.ts";
import type { IndexSchema, TableSchema } from "./tableSchema.ts";

/**
 * The items of one table, each kept once and encrypted. What orders them (the keys, also those of indexes) is in memory
 * only; an index has no items of its own, but finds those of the table.
 */
export class ItemTable {
  readonly name: string;
  readonly schema: TableSchema;
  readonly #items = new SortedItems();
  readonly #indexes: ReadonlyMap<string, SortedItems>;

  constructor(name: string, schema: TableSchema) {
    this.name = name;
    this.schema = schema;
    this.#indexes = new Map(schema.indexes.map((index) => [index.name, new SortedItems()]));
  }

  /** Of a key that has been checked. */
  find(key: Item): StoredItem | undefined {
    return this.#items.get(tableSortKey(this.schema, key));
  }

  /** Puts an item in the place of the old one of the same key, or with no new one deletes it. */
  replace(old: Item | undefined, next: Item | undefined, cipher: ItemCipher): void {
    this.#put(old, next && { item: next, stored: sealItem(next, cipher) });
  }

  /** The entries of the table, or of an index, from a key on. */
  entries(index: IndexSchema | undefined, from?: SortKey, isForward = true): IterableIterator<[SortKey, StoredItem]> {
    return this.#sorted(index).from(from, isForward);
  }

  /** Encrypts all items anew. */
  reencrypt(from: ItemCipher, to: ItemCipher): void {
    for (const [, stored] of [...this.#items.from(undefined)]) {
      const item = openItem(stored, from);
      this.#put(item, { item, stored: resealItem(stored, from, to) });
    }
  }

  snapshot(): Snapshot {
    return [...this.#items.from(undefined)].map(([, stored]) => stored);
  }

  /** Takes items in as they are stored elsewhere, under the same key. */
  take(snapshot: Snapshot, cipher: ItemCipher): void {
    for (const stored of snapshot) this.#put(undefined, { item: openItem(stored, cipher), stored });
  }

  inspect(cipher: ItemCipher): InspectedItem[] {
    return [...this.#items.from(undefined)].map(([{ partition, range }, { bytes }]) => ({
      key: cipher.label(JSON.stringify([partition, range])),
      bytes,
    }));
  }

  #put(old: Item | undefined, next: { readonly item: Item; readonly stored: StoredItem } | undefined): void {
    if (next) this.#items.set(tableSortKey(this.schema, next.item), next.stored);
    else if (old) this.#items.delete(tableSortKey(this.schema, old));
    for (const index of this.schema.indexes) {
      const before = old && indexSortKey(this.schema, index, old);
      const after = next && indexSortKey(this.schema, index, next.item);
      const sorted = this.#sorted(index);
      if (before && !(after && compareSortKeys(before, after) === 0)) sorted.delete(before);
      if (next && after) sorted.set(after, next.stored);
    }
  }

  #sorted(index: IndexSchema | undefined): SortedItems {
    const sorted = index ? this.#indexes.get(index.name) : this.#items;
    if (!sorted) throw new Error(`The table ${this.name} has lost its index ${index?.name ?? ""}.`);
    return sorted;
  }
}
