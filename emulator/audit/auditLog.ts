import { Tape } from "../journal/tape.ts";
import type { CloudTrailEvent } from "./cloudTrailEvent.ts";

/** How many events are kept of all accounts together; the oldest of the account with the most are forgotten first. */
const capacity = 100_000;

/** Hears of an event. What it throws ends the call that the event is about as a bug: long work is begun, and not waited for. */
export type EventListener = (event: CloudTrailEvent) => void;

interface Listener {
  readonly hear: EventListener;
  readonly hearsData: () => boolean;
  readonly hearAgain?: EventListener;
}

/** Keeps what happened, for each account, and tells others of it. */
export class AuditLog {
  readonly #events = new Map<string, CloudTrailEvent[]>();
  #count = 0;
  readonly #listeners: Listener[] = [];
  readonly #tape: Tape;

  /** @param tape tells when a call is replayed: what that records was recorded, and kept, when the call was made */
  constructor(tape = new Tape()) {
    this.#tape = tape;
  }

  /** Tells of an event, and keeps it if it is a management event: data events are for trails alone. */
  record(event: CloudTrailEvent): void {
    if (this.#tape.isReplaying) return;
    if (event.managementEvent) this.#keep(event);
    for (const { hear } of this.#listeners) hear(event);
  }

  /** Takes back an event that was recorded before a restart. */
  restore(event: CloudTrailEvent): void {
    if (event.managementEvent) this.#keep(event);
    for (const { hearAgain } of this.#listeners) hearAgain?.(event);
  }

  /**
   * Calls back with each event from now on, as soon as it is recorded: management events and data events.
   * @param hearsData whether data events matter at the moment: where they do to nobody, none are made. Default: always
   * @param hearAgain hears of events that are restored; what they led to is restored on its own. Default: nobody
   */
  onRecord(hear: EventListener, hearsData: () => boolean = () => true, hearAgain?: EventListener): void {
    this.#listeners.push({ hear, hearsData, hearAgain });
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
    this.#count += 1;
    if (this.#count > capacity) this.#forgetOldest();
  }

  /** A tenth at once keeps recording cheap. */
  #forgetOldest(): void {
    const [longest] = [...this.#events.values()].sort((one, other) => other.length - one.length);
    this.#count -= longest?.splice(0, Math.floor(longest.length / 10)).length ?? 0;
  }
}
