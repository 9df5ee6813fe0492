import type { Site } from "../places/site.ts";
import type { StudentEvent } from "./studentEvent.ts";
import { StudentEvents } from "./studentEvents.ts";

/** What the students of a class have done, wherever their sandboxes are: each account and region has an event history of its own. */
export class ClassEvents {
  readonly #bySite = new Map<string, StudentEvents>();

  /**
   * All that was done in an account and a region, oldest first.
   *
   * @param leases ids of those that are in the account
   */
  async read(site: Site, since: Date, leases: readonly string[]): Promise<readonly StudentEvent[]> {
    const key = `${site.accountId} ${site.region}`;
    const events = this.#bySite.get(key) ?? new StudentEvents();
    this.#bySite.set(key, events);
    return events.read(site.administrator.cloudtrail, since, leases);
  }
}
