import type { LeaseOrder } from "../lease/lease.ts";
import type { Places } from "./places.ts";

/** What is in the same account and region each, in the order in which they are named. */
export function groupBySite<Order extends Pick<LeaseOrder, "account" | "region">>(
  { home }: Pick<Places, "home">,
  orders: readonly Order[],
): readonly (readonly Order[])[] {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = `${order.account ?? home.accountId} ${order.region ?? home.region}`;
    groups.set(key, [...(groups.get(key) ?? []), order]);
  }
  return [...groups.values()];
}
