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
    for (const occupied of sites) {
      const { accountId, partition, region: own } = occupied.site;
      for (const region of [own, globalRegionOf(partition)]) wanted.set(`${accountId} ${region}`, { occupied, region });
    }
    const all = await pMap(wanted, ([key, { occupied, region }]) => this.#readOne(key, occupied, region, since), {
      concurrency: historiesAtATime,
    });
    return all.flat().toSorted((a, b) => a.at.localeCompare(b.at));
  }

  async #readOne(key: string, { site, inAccount }: Occupied, region: string, since: Date) {
    const history = this.#histories.get(key) ?? new StudentEvents();
    this.#histories.set(key, history);
    const session = sessionAs(site.place, site.place.target.administrator, { region });
    try {
      const ids = inAccount.map(({ id }) => id);
      return await history.read(session.retrying.cloudtrail, since, ids);
    } finally {
      session.close();
    }
  }
}
