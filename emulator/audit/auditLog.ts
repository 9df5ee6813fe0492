import type { CloudTrailEvent } from "./cloudTrailEvent.ts";

/** How many events are kept for each account; the oldest are forgotten first. */
const capacity = 100_000;

/** Hears of an event. What it throws ends the call that the event is about as a bug: long work is begun, and not waited for. */
export type EventListener = (event: CloudTrailEvent) => void;

/** Keeps what happened, for each account, and tells others of it. */
export class AuditLog {
  readonly #events = new Map<string, CloudTrailEvent[]>();
  readonly #listeners: { readonly hear: EventListener; readonly hearsData: () => boolean }[] = [];

  /** Tells of an event, and keeps it if it is a management event: data events are for trails alone. */
  record(event: CloudTrailEvent): void {
    if (event.managementEvent) this.#keep(event);
    for (const { hear } of this.#listeners) hear(event);
  }

  /**
   * Calls back with each event from now on, as soon as it is recorded: management events and data events.
   * @param hearsData whether data events matter at the moment: where they do to nobody, none are made. Default: always
   */
  onRecord(hear: EventListener, hearsData: () => boolean = () => true): void {
    this.#listeners.push({ hear, hearsData });
  }

  /** Whether data events matter to anybody. */
  get hearsData(): boolean {
    return this.#listeners.some(({ hearsData }) => hearsData());
  }

  /** All management events of an account, oldest first. */
  eventsOf(accountId: string): readonly CloudTrailEvent[] {
    return this.#events.get(accountId) ?? [];
  }

  #keep(event: CloudTrailEvent): void {
    const events = this.#events.get(event.recipientAccountId) ?? [];
    this.#events.set(event.recipientAccountId, events);
    events.push(event);
    // Cutting a tenth at once keeps recording cheap.
    if (events.length > capacity) events.splice(0, capacity / 10);
  }
}
