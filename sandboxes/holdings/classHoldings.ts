import pMap from "p-map";
import { keyOfFound, type Found } from "../../runner/inventory/found.ts";
import type { OccupiedSite, PlacedOrder } from "../places/occupiedSites.ts";
import { takeHoldings } from "./holdings.ts";

/** Whose the things are in all accounts in which a class is. */
export interface ClassHoldings {
  /** By the id of the lease. */
  readonly ofLeases: ReadonlyMap<string, readonly Found[]>;
  /** Of nobody of the class, by account. */
  readonly othersIn: ReadonlyMap<string, readonly Found[]>;
}

const sitesAtATime = 4;

/**
 * Whose everything is that sandboxes can hold, site by site.
 *
 * @param made ids of leases by the ARNs of keys, as {@link takeHoldings} takes them
 */
export async function takeClassHoldings(
  sites: readonly OccupiedSite<PlacedOrder>[],
  made?: ReadonlyMap<string, string>,
): Promise<ClassHoldings> {
  const all = await pMap(
    sites,
    async ({ site, inAccount }) => ({ site, holdings: await takeHoldings(site.administrator, inAccount, made) }),
    { concurrency: sitesAtATime },
  );
  const ofLeases = new Map<string, readonly Found[]>();
  const othersIn = new Map<string, readonly Found[]>();
  for (const { site, holdings } of all) {
    for (const [id, found] of holdings.ofLeases) ofLeases.set(id, united(ofLeases.get(id), found));
    othersIn.set(site.accountId, united(othersIn.get(site.accountId), holdings.ofOthers));
  }
  return { ofLeases, othersIn };
}

/** People and buckets are seen from every region of an account, and count once. */
function united(before: readonly Found[] = [], after: readonly Found[]): readonly Found[] {
  const known = new Set(before.map(keyOfFound));
  return [...before, ...after.filter((found) => !known.has(keyOfFound(found)))];
}
