import type { RandomSource } from "../../randomSource.ts";
import type { BusEvent } from "./busEvent.ts";
import { wholeSeconds } from "../../wholeSeconds.ts";

/** What somebody tells the default event bus of an account in a region. */
export interface ToldEvent {
  readonly accountId: string;
  readonly region: string;
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: object;
  readonly at: Date;
}

/** Hears of an event. Long work is begun, and not waited for. */
export type BusListener = (event: BusEvent) => void;

/** The default event buses of all accounts: what happens is told here, and rules hear of it. */
export class EventBus {
  readonly #random: RandomSource;
  readonly #listeners: BusListener[] = [];

  constructor(random: RandomSource) {
    this.#random = random;
  }

  /** @returns the id of the event */
  publish({ accountId, region, source, detailType, resources, detail, at }: ToldEvent): string {
    const id = this.#random.fleeting.uuid();
    const what = { "detail-type": detailType, source, account: accountId, time: wholeSeconds(at) };
    const event: BusEvent = { version: "0", id, ...what, region, resources, detail };
    for (const hear of this.#listeners) hear(event);
    return id;
  }

  onPublish(hear: BusListener): void {
    this.#listeners.push(hear);
  }
}
