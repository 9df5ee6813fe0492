import type { TimeToLiveDescription, TimeToLiveSpecification } from "@aws-sdk/client-dynamodb";
import type { Input } from "../../operation.ts";
import { validationException } from "./errors.ts";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** Recorded: a change after another was refused for about 30 minutes. */
const pauseMilliseconds = 30 * minute;

/**
 * How long an item outlives its time. AWS says "within a few days", and said "within two days" before: nobody may rely on an item
 * being gone earlier. Source: DynamoDB Developer Guide, "Using time to live (TTL)".
 */
export const deletionMilliseconds = 2 * day;

/** Times that are longer ago are taken for mistakes: such items stay. Source: the same page. */
const oldestMilliseconds = 5 * 365 * day;

/** Whether and by which attribute the items of a table expire. What AWS takes up to an hour for has happened at once. */
export class TimeToLive {
  #attributeName?: string;
  #changedAt?: Date;

  /** Throws ValidationException for what is so already, and for a second change within the pause; messages were recorded. */
  update({ Enabled, AttributeName }: Input<TimeToLiveSpecification>, now: Date): void {
    const present = this.#attributeName;
    if (!Enabled && present === undefined) throw validationException("TimeToLive is already disabled");
    if (present !== undefined && present !== AttributeName) {
      throw validationException(
        `TimeToLive is active on a different AttributeName: current AttributeName is ${present}`,
      );
    }
    if (Enabled && present !== undefined) throw validationException("TimeToLive is already enabled");
    if (this.#changedAt && now.getTime() < this.#changedAt.getTime() + pauseMilliseconds) {
      throw validationException("Time to live has been modified multiple times within a fixed interval");
    }
    this.#attributeName = Enabled ? AttributeName : undefined;
    this.#changedAt = now;
  }

  describe(): TimeToLiveDescription {
    return this.#attributeName === undefined
      ? { TimeToLiveStatus: "DISABLED" }
      : { TimeToLiveStatus: "ENABLED", AttributeName: this.#attributeName };
  }

  /** Whether items may expire at all. */
  get isEnabled(): boolean {
    return this.#attributeName !== undefined;
  }

  /** Whether an item is to be deleted by now: its attribute is a number, seconds since 1970, and long enough ago. */
  isDue(item: Readonly<Record<string, { readonly N?: string }>>, now: Date): boolean {
    const seconds = this.#attributeName === undefined ? undefined : item[this.#attributeName]?.N;
    if (seconds === undefined) return false;
    const age = now.getTime() - Number(seconds) * 1000;
    return age >= deletionMilliseconds && age < oldestMilliseconds;
  }
}
