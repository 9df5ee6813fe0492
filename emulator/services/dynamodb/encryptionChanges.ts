import { AwsError } from "../../awsError.ts";

const hour = 60 * 60 * 1000;
const windowLength = 24 * hour;
const pause = 6 * hour;
const freeChanges = 4;

/**
 * How often the encryption of one table has been changed. In a window of 24 hours that starts with the first change, four
 * changes are free; each further one must come six hours after the last.
 * Source: recorded answers (LimitExceededException of UpdateTable); DynamoDB Developer Guide, "Encryption usage notes".
 */
export class EncryptionChanges {
  #inWindow: Date[] = [];

  /** Throws LimitExceededException if there may be no change at `now`, on the instance's clock. */
  check(now: Date): void {
    const [first] = this.#inWindow;
    const last = this.#inWindow.at(-1);
    if (!first || !last || this.#inWindow.length < freeChanges) return;
    const end = first.getTime() + windowLength;
    const next = Math.min(last.getTime() + pause, end);
    if (now.getTime() >= next) return;
    throw new AwsError(
      "LimitExceededException",
      `Subscriber limit exceeded: Encryption mode changes are limited in the 24h window ending at ${iso(end)}. ` +
        `After the first ${freeChanges} change, each subsequent change in the same window can be performed at most once ` +
        `every ${pause / 1000} seconds. Number of updates today: ${this.#inWindow.length}. ` +
        `Last change at ${iso(last.getTime())}. Next changes can be made at ${iso(next)}.`,
    );
  }

  record(now: Date): void {
    const [first] = this.#inWindow;
    if (first && now.getTime() >= first.getTime() + windowLength) this.#inWindow = [];
    this.#inWindow.push(now);
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
