/** One page of a list, and the marker of the next page if there is one. */
export interface SortedPage<Item> {
  readonly items: Item[];
  readonly next?: string;
}

const opening = "after ";

/**
 * One page of a list in the order of `keyOf`. A marker holds the last key that was shown, so that what is added or deleted
 * between two pages moves nothing. Returns `undefined` for a marker that no page had: services word that error differently.
 */
export function sortedPage<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { size, marker }: { readonly size: number; readonly marker?: string },
): SortedPage<Item> | undefined {
  const after = marker === undefined ? "" : readMarker(marker);
  if (after === undefined) return undefined;
  const rest = all
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => marker === undefined || key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const next = last && shown.length < rest.length ? writeMarker(last.key) : undefined;
  return { items: shown.map(({ item }) => item), next };
}

function writeMarker(key: string): string {
  return Buffer.from(opening + key).toString("base64url");
}

function readMarker(marker: string): string | undefined {
  const text = Buffer.from(marker, "base64url").toString("utf8");
  return text.startsWith(opening) ? text.slice(opening.length) : undefined;
}
