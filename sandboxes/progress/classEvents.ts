import pMap from "p-map";
import type { OccupiedSite, PlacedOrder } from "../places/occupiedSites.ts";
import { sessionAs } from "../workplace.ts";
import { globalRegionOf } from "./globalRegion.ts";
import type { StudentEvent } from "./studentEvent.ts";
import { StudentEvents } from "./studentEvents.ts";

type Occupied = Pick<OccupiedSite<PlacedOrder>, "site" | "inAccount">;

const historiesAtATime = 8;

/** What the students of a class have done, wherever their sandboxes are: each account and region has an event history of its own. */
export class ClassEvents {
  readonly #histories = new Map<string, StudentEvents>();

  /** All that was done, oldest first. */
  async read(sites: readonly Occupied[], since: Date): Promise<readonly StudentEvent[]> {
    const wanted = new Map<string, { readonly occupied: Occupied; readonly region: string }>();
    for (const occupied of sites)
      wanted.set(keyOf(occupied, occupied.site.region), { occupied, region: occupied.site.region });
    for (const occupied of sites) {
      const region = globalRegionOf(occupied.site.partition);
      if (region === undefined || wanted.has(keyOf(occupied, region))) continue;
      wanted.set(keyOf(occupied, region), { occupied, region });
    }
    const all = await pMap(wanted.values(), ({ occupied, region }) => this.#readOne(occupied, region, since), {
      concurrency: historiesAtATime,
    });
    return all.flat().toSorted((a, b) => a.at.localeCompare(b.at));
  }

  async #readOne(occupied: Occupied, region: string, since: Date): Promise<readonly StudentEvent[]> {
    const { site, inAccount } = occupied;
    const key = keyOf(occupied, region);
    const history = this.#histories.get(key) ?? new StudentEvents();
    this.#histories.set(key, history);
    const ids = inAccount.map(({ id }) => id);
    if (region === site.region) return history.read(site.administrator.cloudtrail, since, ids);
    const session = sessionAs(site.place, site.place.target.administrator, { region });
    try {
      return await history.read(session.retrying.cloudtrail, since, ids);
    } finally {
      session.close();
    }
  }
}

function keyOf({ site }: Occupied, region: string): string {
  return `${site.accountId} ${region}`;
}
