import { sortedPage, type SortedPage } from "../../sortedPage.ts";
import { invalidParameter } from "./invalidParameter.ts";

/** How many tag keys or values AWS puts on a page is not documented. */
const pageSize = 1000;

/** One page of names, sorted. Throws InvalidParameterException for a token that no page had. */
export function pageOfNames(names: Iterable<string>, token: string | undefined): SortedPage<string> {
  return page([...new Set(names)], (name) => name, { size: pageSize, token });
}

/** One page of a list in the order of `keyOf`. Throws InvalidParameterException for a token that no page had. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { size, token }: { size: number; token?: string },
): SortedPage<Item> {
  // The last page has an empty token, which some clients send back.
  const found = sortedPage(all, keyOf, { size, marker: token === "" ? undefined : token });
  if (found) return found;
  throw invalidParameter(
    "The PaginationToken is none that this API has answered with. Ask without it for the first page.",
  );
}
