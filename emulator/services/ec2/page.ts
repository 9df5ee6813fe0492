import { sortedPage } from "../../sortedPage.ts";
import { invalidCombination, invalidValue } from "./errors.ts";

/** How a request asks for one page of a list; without `MaxResults` it gets all of it. */
interface PageRequest {
  readonly MaxResults?: number;
  readonly NextToken?: string;
  /** What it asks for by id, if it does. */
  readonly ids?: readonly string[];
}

/** Pages have no fewer items. Source: EC2 API Reference, `MaxResults`. */
const minimumSize = 5;

/** One page of a list, in the order of `keyOf`, which is none of AWS's. Throws InvalidParameterValue and InvalidParameterCombination. */
export function page<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { MaxResults: size = Infinity, NextToken: token, ids = [] }: PageRequest,
): { readonly items: Item[]; readonly NextToken?: string } {
  if (size !== Infinity && ids.length > 0) {
    throw invalidCombination("MaxResults and ids exclude each other: leave one of them out.");
  }
  if (size < minimumSize) {
    throw invalidValue(
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value greater than ${minimumSize}.`,
    );
  }
  const found = sortedPage(all, keyOf, { size, marker: token });
  if (!found) throw invalidValue("Unable to parse pagination token");
  return { items: found.items, NextToken: found.next };
}
