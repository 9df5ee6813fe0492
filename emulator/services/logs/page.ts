import { sortedPage, type SortedPage } from "../../sortedPage.ts";
import { invalidParameter } from "./logsError.ts";

/** One page of a list in the order of `keyOf`. Throws InvalidParameterException. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  size: number,
  token: string | undefined,
): SortedPage<Item> {
  const found = sortedPage(all, keyOf, { size, marker: token });
  if (!found) throw invalidParameter("The specified nextToken is invalid.");
  return found;
}
