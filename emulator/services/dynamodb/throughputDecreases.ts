import { AwsError } from "../../awsError.ts";

const hour = 60 * 60 * 1000;
const freeDecreases = 4;

/** As AWS states times in this message: `Friday, October 9, 2026 at 12:21:34 AM Coordinated Universal Time`. */
const longForm = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeStyle: "full", timeZone: "UTC" });

/**
 * How often the throughput of a table has been decreased. On a UTC day four decreases are free; each further one must come an
 * hour after the last. Source: DynamoDB Developer Guide, "Quotas"; recorded answers.
 */
export class ThroughputDecreases {
  readonly #dates: Date[] = [];

  get last(): Date | undefined {
    return this.#dates.at(-1);
  }

  numberOn(day: Date): number {
    return this.#dates.filter((date) => isSameDay(date, day)).length;
  }

  /** Throws LimitExceededException if there may be no decrease at `now`, on the instance's clock. */
  check(now: Date): void {
    const { last } = this;
    const today = this.numberOn(now);
    if (!last || today < freeDecreases) return;
    const next = new Date(last.getTime() + hour);
    if (now >= next) return;
    throw new AwsError(
      "LimitExceededException",
      "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. " +
        `After the first ${freeDecreases} decreases, each subsequent decrease in the same UTC day can be performed ` +
        `at most once every ${hour / 1000} seconds. Number of decreases today: ${today}. ` +
        `Last decrease at ${longForm.format(last)}. Next decrease can be made at ${longForm.format(next)}`,
    );
  }

  record(now: Date): void {
    this.#dates.push(now);
  }
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toISOString().slice(0, 10) === b.toISOString().slice(0, 10);
}
