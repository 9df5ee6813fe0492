import { sortedPage, type SortedPage } from "../../sortedPage.ts";
import { validationError } from "./eventsError.ts";

/** How many items a page has at most. Source: EventBridge API Reference, ListRules. */
const pageSize = 100;

/** One page of a list in the order of `keyOf`. Throws ValidationException. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { Limit: size = pageSize, NextToken: marker }: { readonly Limit?: number; readonly NextToken?: string },
): SortedPage<Item> {
  const found = sortedPage(all, keyOf, { size, marker });
  if (!found) throw validationError("Parameter NextToken is not valid.");
  return found;
}
