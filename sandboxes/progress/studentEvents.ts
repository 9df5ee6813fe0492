import { paginateLookupEvents, type CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { readStudentEvent, type StudentEvent } from "./studentEvent.ts";

/**
 * What the students of a class have done since it began, as CloudTrail's event history tells it: management events, on AWS within about 15
 * minutes. What is known is not asked for again.
 */
export class StudentEvents {
  readonly #known = new Set<string>();
  #events: readonly StudentEvent[] = [];

  /**
   * All of them, oldest first.
   *
   * @param leases ids
   */
  async read(client: CloudTrailClient, since: Date, leases: readonly string[]): Promise<readonly StudentEvent[]> {
    const fresh: StudentEvent[] = [];
    // CloudTrail tells the latest first: whatever follows a page that is known is known.
    for await (const { Events = [] } of paginateLookupEvents({ client }, { StartTime: since })) {
      const unknown = Events.filter(({ EventId = "" }) => !this.#known.has(EventId));
      for (const { EventId = "", CloudTrailEvent = "{}" } of unknown) {
        this.#known.add(EventId);
        fresh.push(...[readStudentEvent(JSON.parse(CloudTrailEvent), leases) ?? []].flat());
      }
      if (Events.length > 0 && unknown.length === 0) break;
    }
    if (fresh.length > 0) {
      this.#events = [...this.#events, ...fresh].toSorted((a, b) => a.at.localeCompare(b.at));
    }
    return this.#events;
  }
}
