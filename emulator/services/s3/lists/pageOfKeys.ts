import { compareKeys } from "./compareKeys.ts";

/** Which part of a list is asked for. */
interface PageAsked {
  readonly prefix?: string;
  readonly delimiter?: string;
  /** The key or prefix that the page before ended with. */
  readonly after?: string;
  readonly size: number;
}

/** One page of a list. */
interface PageOfKeys<Item> {
  readonly items: readonly Item[];
  readonly prefixes: readonly string[];
  /** What this page ends with, if there are more: an item, or without one a prefix. */
  readonly last?: { readonly name: string; readonly item?: Item };
}

/**
 * One page of a list in the order of the UTF-8 of its keys, those of the same key as they came; keys that share a prefix up
 * to the delimiter are one. Source: S3 User Guide, "Organizing objects using prefixes".
 */
export function pageOfKeys<Item extends { readonly key: string }>(
  all: readonly Item[],
  { prefix = "", delimiter, after = "", size }: PageAsked,
): PageOfKeys<Item> {
  const items: Item[] = [];
  const prefixes: string[] = [];
  let last: PageOfKeys<Item>["last"];
  const later = all.filter(({ key }) => key.startsWith(prefix) && (after === "" || compareKeys(key, after) > 0));
  for (const item of later.sort((a, b) => compareKeys(a.key, b.key))) {
    const shared = sharedPrefix(item.key, prefix, delimiter);
    if (shared !== undefined && (shared === prefixes.at(-1) || compareKeys(shared, after) <= 0)) continue;
    if (items.length + prefixes.length >= size) return { items, prefixes, last };
    if (shared === undefined) items.push(item);
    else prefixes.push(shared);
    last = shared === undefined ? { name: item.key, item } : { name: shared };
  }
  return { items, prefixes };
}

function sharedPrefix(key: string, prefix: string, delimiter = ""): string | undefined {
  const found = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
  return found < 0 ? undefined : key.slice(0, found + delimiter.length);
}
