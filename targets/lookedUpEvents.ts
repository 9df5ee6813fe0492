import { CloudTrailClient, paginateLookupEvents } from "@aws-sdk/client-cloudtrail";
import type { AuditedEvent } from "../reporters/events.ts";
import type { ClientConfiguration } from "../runner/target.ts";
import { toldEvent } from "../runner/toldEvent.ts";

/** Whose events are looked up, and from when on. */
export interface LookUp {
  /** Who looks; its own calls are not told. */
  readonly root: ClientConfiguration;
  /** What the ARN of every caller that is meant contains. */
  readonly caller: string;
  /** The target's own time. */
  readonly since: Date;
}

/**
 * Collects the management events that CloudTrail tells of some callers, in an account in which others work as well.
 * For targets where LookupEvents tells at once: on AWS events come minutes later.
 */
export class LookedUpEvents {
  readonly #lookUp: LookUp;
  readonly #client: CloudTrailClient;
  readonly #known = new Set<string>();

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
    this.#client = new CloudTrailClient(lookUp.root);
  }

  /** Hands over what was recorded since the last time, oldest first. */
  async take(): Promise<readonly AuditedEvent[]> {
    const { since, caller } = this.#lookUp;
    const taken: AuditedEvent[] = [];
    // CloudTrail tells the latest first: whatever follows a known event is known.
    for await (const { Events = [] } of paginateLookupEvents({ client: this.#client }, { StartTime: since })) {
      const fresh = Events.filter(({ EventId = "" }) => !this.#known.has(EventId));
      for (const { EventId = "", CloudTrailEvent = "{}" } of fresh) {
        this.#known.add(EventId);
        const event = toldEvent(JSON.parse(CloudTrailEvent));
        if (event.caller.includes(caller)) taken.push(event);
      }
      if (fresh.length < Events.length) break;
    }
    return taken.reverse();
  }

  close(): void {
    this.#client.destroy();
  }
}
