import { isDeepStrictEqual } from "node:util";
import type { LeaseOrder } from "../lease/lease.ts";

/** What became of the orders of a class between two rosters. */
export interface RosterChange {
  readonly added: readonly LeaseOrder[];
  readonly removed: readonly LeaseOrder[];
  /** Those that are equal in everything. */
  readonly kept: readonly LeaseOrder[];
  /** Those of the same id in which something is different. */
  readonly changed: readonly { readonly before: LeaseOrder; readonly after: LeaseOrder }[];
}

/** Compares orders by the ids of their leases. */
export function rosterChange(before: readonly LeaseOrder[], after: readonly LeaseOrder[]): RosterChange {
  const earlier = new Map(before.map((order) => [order.id, order]));
  const later = new Set(after.map(({ id }) => id));
  const pairs = after.flatMap((order) => {
    const other = earlier.get(order.id);
    return other ? [{ before: other, after: order, isEqual: isDeepStrictEqual(other, order) }] : [];
  });
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    removed: before.filter(({ id }) => !later.has(id)),
    kept: pairs.filter(({ isEqual }) => isEqual).map((pair) => pair.after),
    changed: pairs.filter(({ isEqual }) => !isEqual).map((pair) => ({ before: pair.before, after: pair.after })),
  };
}
