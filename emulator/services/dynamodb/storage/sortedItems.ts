import btree from "sorted-btree";
import { compareSortKeys, type SortKey } from "./sortKey.ts";
import type { StoredItem } from "./storedItem.ts";

/** Stored items in the order of their keys, in memory only. Finding one takes time that grows with the logarithm of their number. */
export class SortedItems {
  readonly #tree = new btree.default<SortKey, StoredItem>(undefined, compareSortKeys);

  get(key: SortKey): StoredItem | undefined {
    return this.#tree.get(key);
  }

  set(key: SortKey, item: StoredItem): void {
    this.#tree.set(key, item);
  }

  delete(key: SortKey): void {
    this.#tree.delete(key);
  }

  /** All entries from a key on, upwards or downwards; the key itself, if there is one, comes first. */
  from(key: SortKey | undefined, isForward = true): IterableIterator<[SortKey, StoredItem]> {
    return isForward ? this.#tree.entries(key) : this.#tree.entriesReversed(key);
  }
}
