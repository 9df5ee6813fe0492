import { sortedPage } from "../../sortedPage.ts";
import { invalidNextToken } from "./cloudWatchError.ts";

/** One page of a list in the order of `keyOf`. Throws InvalidNextToken. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  size: number,
  token: string | undefined,
): { readonly items: Item[]; readonly next?: string } {
  const found = sortedPage(all, keyOf, { size, marker: token });
  if (!found) throw invalidNextToken();
  return found;
}
