/** One page of a list, and the marker of the next page if there is one. */
export interface SortedPage<Item> {
  readonly items: Item[];
  readonly next?: string;
}

const opening = "after ";

/** How many items a page has at most, and where it begins. */
interface SortedPageRequest {
  readonly size: number;
  readonly marker?: string;
}

/**
 * One page of a list in the order of `keyOf`. A marker holds the last key that was shown, so that what is added or deleted
 * between two pages moves nothing. Returns `undefined` for a marker that no page had: services word that error differently.
 */
export function sortedPage<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  request: SortedPageRequest,
): SortedPage<Item> | undefined {
  const keyed = all.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const page = pageInOrder(keyed, ({ key }) => key, request);
  return page && { ...page, items: page.items.map(({ item }) => item) };
}

/** As {@link sortedPage}, of a list that is in the order of `keyOf` already: a long list is not gone through for a page. */
export function pageInOrder<Item>(
  sorted: readonly Item[],
  keyOf: (item: Item) => string,
  { size, marker }: SortedPageRequest,
): SortedPage<Item> | undefined {
  const after = marker === undefined ? undefined : readMarker(marker);
  if (marker !== undefined && after === undefined) return undefined;
  const begin = after === undefined ? 0 : firstBeyond(sorted, keyOf, after);
  const items = sorted.slice(begin, begin + size);
  const last = items.at(-1);
  const next = last !== undefined && begin + size < sorted.length ? writeMarker(keyOf(last)) : undefined;
  return { items, next };
}

/** The position of the first item whose key comes after `key`: found by halving. */
function firstBeyond<Item>(sorted: readonly Item[], keyOf: (item: Item) => string, key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && keyOf(item) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writeMarker(key: string): string {
  return Buffer.from(opening + key).toString("base64url");
}

function readMarker(marker: string): string | undefined {
  const text = Buffer.from(marker, "base64url").toString("utf8");
  return text.startsWith(opening) ? text.slice(opening.length) : undefined;
}
