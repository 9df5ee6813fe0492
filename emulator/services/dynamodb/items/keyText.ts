import { encodeRange } from "../storage/sortKey.ts";
import type { Item } from "../values/attributeValue.ts";

/** A text that two keys share if they are equal, whatever the order of their attributes. */
export function keyText(key: Item): string {
  const parts = Object.entries(key).map(([name, value]) => [name, Object.keys(value), encodeRange(value)]);
  return JSON.stringify(parts.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
