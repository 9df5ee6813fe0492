import { isDeepStrictEqual } from "node:util";

/** A clock that is off by more than this was set, in milliseconds. */
const leap = 5000;

/**
 * Whether nothing is new in a view but that time went by. A clock that was set forth or back is news: the pages reckon by it.
 *
 * @param elapsed how much later the second was seen, in milliseconds
 */
export function isSameView<View extends { readonly now: string }>(
  earlier: View,
  later: View,
  elapsed: number,
): boolean {
  if (Math.abs(Date.parse(later.now) - Date.parse(earlier.now) - elapsed) > leap) return false;
  return isDeepStrictEqual({ ...earlier, now: "" }, { ...later, now: "" });
}
