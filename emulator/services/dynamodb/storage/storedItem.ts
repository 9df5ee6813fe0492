import type { Item } from "../values/attributeValue.ts";
import { itemSize } from "../values/itemSize.ts";
import { decodeItem, encodeItem } from "./encodeItem.ts";
import type { ItemCipher } from "./itemCipher.ts";

/** An item as it is kept: encrypted. */
export interface StoredItem {
  readonly bytes: Uint8Array;
  /** Of the item, as DynamoDB measures it. */
  readonly size: number;
}

export function sealItem(item: Item, cipher: ItemCipher): StoredItem {
  return { bytes: cipher.seal(encodeItem(item)), size: itemSize(item) };
}

export function openItem({ bytes }: StoredItem, cipher: ItemCipher): Item {
  return decodeItem(cipher.open(bytes));
}

/** The same under another key. */
export function resealItem({ bytes, size }: StoredItem, from: ItemCipher, to: ItemCipher): StoredItem {
  return { bytes: to.seal(from.open(bytes)), size };
}
