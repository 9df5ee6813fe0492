import { AwsError } from "../../awsError.ts";
import { sortedPage } from "../../sortedPage.ts";

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
  const found = sortedPage(all, keyOf, { size: request.MaxItems ?? 100, marker: request.Marker });
  if (!found) throw new AwsError("ValidationError", "Invalid Marker.");
  const { items, next } = found;
  return { items, truncation: next === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: next } };
}
