import type { CloudTrailEvent } from "./cloudTrailEvent.ts";

/** How many events are kept for each account; the oldest are forgotten first. */
const capacity = 100_000;

/** Keeps what happened, for each account. */
export class AuditLog {
  readonly #events = new Map<string, CloudTrailEvent[]>();

  record(event: CloudTrailEvent): void {
    const events = this.#events.get(event.recipientAccountId) ?? [];
    this.#events.set(event.recipientAccountId, events);
    events.push(event);
    // Cutting a tenth at once keeps recording cheap.
    if (events.length > capacity) events.splice(0, capacity / 10);
  }

  /** All events of an account, oldest first. */
  eventsOf(accountId: string): readonly CloudTrailEvent[] {
    return this.#events.get(accountId) ?? [];
  }
}
