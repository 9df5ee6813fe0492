import { AwsError } from "../../awsError.ts";
import { sortedPage } from "../../sortedPage.ts";

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

/** One page of a list, in the order of `keyOf`. Throws InvalidMarkerException for a marker that no page had. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { Limit: limit, Marker: marker }: PageRequest,
  defaultLimit: number,
): Page<Item> {
  const found = sortedPage(all, keyOf, { size: limit ?? defaultLimit, marker });
  if (!found) throw new AwsError("InvalidMarkerException", "Could not deserialize marker.");
  const { items, next } = found;
  return { items, truncation: next === undefined ? { Truncated: false } : { Truncated: true, NextMarker: next } };
}
