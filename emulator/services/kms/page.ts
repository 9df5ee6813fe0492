import { AwsError } from "../../awsError.ts";

/** How a request asks for one page of a list. */
export interface PageRequest {
  readonly Limit?: number;
  readonly Marker?: string;
}

/** One page of a list, and the members that every list operation answers with. */
export interface Page<Item> {
  readonly items: Item[];
  readonly truncation: { readonly Truncated: boolean; readonly NextMarker?: string };
}

/**
 * One page of a list, in the order of `keyOf`. The marker holds the last key, so that what is added or deleted between
 * two pages moves nothing. Throws InvalidMarkerException for a marker that no page had.
 */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { Limit: limit, Marker: marker }: PageRequest,
  defaultLimit: number,
): Page<Item> {
  const after = marker === undefined ? undefined : readMarker(marker);
  const rest = all
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => after === undefined || key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, limit ?? defaultLimit);
  const last = shown.at(-1);
  const isTruncated = last !== undefined && shown.length < rest.length;
  return {
    items: shown.map(({ item }) => item),
    truncation: isTruncated ? { Truncated: true, NextMarker: writeMarker(last.key) } : { Truncated: false },
  };
}

const opening = "after ";

function writeMarker(key: string): string {
  return Buffer.from(opening + key).toString("base64");
}

function readMarker(marker: string): string {
  const text = Buffer.from(marker, "base64").toString("utf8");
  if (text.startsWith(opening)) return text.slice(opening.length);
  throw new AwsError("InvalidMarkerException", "Could not deserialize marker.");
}
