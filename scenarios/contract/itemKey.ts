/** The primary key of an item: the partition key `id`. */
export interface ItemKey {
  readonly id: string;
}

/** An item: its key and whatever else it has. */
export type Item = ItemKey & Readonly<Record<string, string | number | boolean>>;

/** The key, for people: `id=1`. */
export function describeItemKey({ id }: ItemKey): string {
  return `id=${id}`;
}
