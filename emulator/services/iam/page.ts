import { AwsError } from "../../awsError.ts";
import { pageInOrder, sortedPage, type SortedPage } from "../../sortedPage.ts";
import type { Directory, Named } from "./directory.ts";

/** How a request asks for one page of a list. */
export interface PageRequest {
  readonly Marker?: string;
  /** Default: 100. Source: IAM API Reference, `MaxItems`. */
  readonly MaxItems?: number;
}

/** The members that every list operation answers with. */
export interface Truncation {
  IsTruncated: boolean;
  Marker?: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly truncation: Truncation;
}

/** One page of a list, sorted by `keyOf`. Throws a ValidationError for a marker that no page had. */
export function page<Item>(all: readonly Item[], keyOf: (item: Item) => string, request: PageRequest): Page<Item> {
  return answer(sortedPage(all, keyOf, sizeAndMarker(request)));
}

/** One page of what a directory holds below a path, by name. Throws a ValidationError for a marker that no page had. */
export function directoryPage<Entry extends Named>(
  directory: Directory<Entry>,
  request: PageRequest & { readonly PathPrefix?: string },
): Page<Entry> {
  return orderedPage(directory.below(request.PathPrefix), ({ name }) => name, request);
}

/** One page of a list that is in the order of `keyOf` already. Throws a ValidationError for a marker that no page had. */
export function orderedPage<Item>(
  sorted: readonly Item[],
  keyOf: (item: Item) => string,
  request: PageRequest,
): Page<Item> {
  return answer(pageInOrder(sorted, keyOf, sizeAndMarker(request)));
}

function sizeAndMarker({ MaxItems: size = 100, Marker: marker }: PageRequest): { size: number; marker?: string } {
  return { size, marker };
}

function answer<Item>(found: SortedPage<Item> | undefined): Page<Item> {
  if (!found) throw new AwsError("ValidationError", "Invalid Marker.");
  const { items, next } = found;
  return { items, truncation: next === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: next } };
}
