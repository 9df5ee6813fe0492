import pMap from "p-map";
import { UserError } from "../../errors/userError.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import { groupBySite } from "./groupBySite.ts";
import type { Places } from "./places.ts";
import type { Site } from "./site.ts";

/** The least that tells whose something is, and where. */
export type PlacedOrder = Pick<LeaseOrder, "id" | "pseudonym" | "account" | "region">;

/** A site with the sandboxes of its account. */
export interface OccupiedSite<Order extends PlacedOrder> {
  readonly site: Site;
  /** In its region. */
  readonly here: readonly Order[];
  /** In its account, whatever their region: people and buckets are seen from everywhere in it. */
  readonly inAccount: readonly Order[];
}

/** An account and a region that cannot be entered. */
export interface ClosedSite<Order extends PlacedOrder> {
  readonly here: readonly Order[];
  readonly problem: UserError;
}

const openedAtATime = 4;

/**
 * Where the sandboxes of a class are, each account and region once, and where nobody is let in at the moment: one account that is
 * shut must not keep Keylab from looking after the others.
 */
export async function occupiedSites<Order extends PlacedOrder>(
  places: Places,
  orders: readonly Order[],
): Promise<{ readonly open: readonly OccupiedSite<Order>[]; readonly closed: readonly ClosedSite<Order>[] }> {
  const { home } = places;
  const accountOf = ({ account = home.accountId }: PlacedOrder) => account;
  const found = await pMap(
    groupBySite(places, orders),
    async (here): Promise<OccupiedSite<Order> | ClosedSite<Order>> => {
      const [first] = here;
      if (!first) throw new Error("A group has at least one order.");
      try {
        const site = await places.of(first);
        return { site, here, inAccount: orders.filter((order) => accountOf(order) === site.accountId) };
      } catch (error) {
        if (error instanceof UserError) return { here, problem: error };
        throw error;
      }
    },
    { concurrency: openedAtATime },
  );
  return {
    open: found.flatMap((one) => ("site" in one ? [one] : [])),
    closed: found.flatMap((one) => ("problem" in one ? [one] : [])),
  };
}
