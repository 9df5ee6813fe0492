/**
 * Whom everybody is tried against: all others, or, of many, the next ones in the list, which goes round. So everybody is tried against as many others
 * as everybody else, in both directions.
 *
 * @param limit at most that many for each
 */
export function partnersOf<Item>(all: readonly Item[], limit: number): ReadonlyMap<Item, readonly Item[]> {
  const count = Math.min(limit, all.length - 1);
  return new Map(
    all.map((item, index) => [
      item,
      Array.from({ length: Math.max(count, 0) }, (_, step) => all[(index + step + 1) % all.length] ?? item),
    ]),
  );
}
