import { sortedPage } from "../../sortedPage.ts";
import { invalidParameterValue } from "./lambdaError.ts";

/** How a request asks for one page of a list. */
interface PageRequest {
  /** Default: 50, which is also the most of functions. Source: Lambda API Reference, ListFunctions. */
  readonly MaxItems?: number;
  readonly Marker?: string;
}

/** One page of a list, in the order of `keyOf`. Throws InvalidParameterValueException for a marker that no page had. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { MaxItems = 50, Marker }: PageRequest,
): { readonly items: readonly Item[]; readonly NextMarker?: string } {
  const found = sortedPage(all, keyOf, { size: Math.min(MaxItems, 50), marker: Marker });
  if (!found) throw invalidParameterValue("Invalid pagination token");
  return { items: found.items, NextMarker: found.next };
}
