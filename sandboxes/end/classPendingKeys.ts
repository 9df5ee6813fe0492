import pMap from "p-map";
import type { ClassRecord } from "../classes/classRecord.ts";
import { occupiedSites, type PlacedOrder } from "../places/occupiedSites.ts";
import type { Places } from "../places/places.ts";
import { pendingKeys, type PendingKey } from "./pendingKeys.ts";

const sitesAtATime = 4;

/**
 * The keys of a class that are pending deletion, wherever its sandboxes are. Accounts that cannot be entered are passed over: what is left there is
 * told with the sandboxes that could not be ended.
 */
export async function classPendingKeys(
  places: Places,
  orders: readonly PlacedOrder[],
  record: Pick<ClassRecord, "created">,
): Promise<readonly PendingKey[]> {
  const { open } = await occupiedSites(places, orders);
  const found = await pMap(open, ({ site, inAccount }) => pendingKeys(site.administrator, inAccount, record), {
    concurrency: sitesAtATime,
  });
  return found.flat();
}
