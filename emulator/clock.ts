/**
 * The instance's own time. It runs with the wall clock, or stands still, and can be moved forward; key states, caches, dates
 * and `aws:CurrentTime` follow it. Authentication does not: signatures and sessions are checked against the wall clock.
 */
export class Clock {
  /** Whether it runs with the wall clock. */
  readonly runs: boolean;
  readonly #base: () => number;
  #offset = 0;
  readonly #listeners: (() => void)[] = [];

  /** @param standsAt the time at which the clock stands until it is moved. Default: it runs with the wall clock. */
  constructor(standsAt?: Date) {
    this.runs = standsAt === undefined;
    this.#base = standsAt === undefined ? () => Date.now() : () => standsAt.getTime();
  }

  now(): Date {
    return new Date(this.#base() + this.#offset);
  }

  /** The time of this machine's clock, which nobody moves. Authentication goes by it. */
  wall(): Date {
    return new Date();
  }

  /** Moves the clock forward. Time never runs backwards, and ends with the year 9999: else a RangeError. */
  advance(milliseconds: number): Date {
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
      throw new RangeError(`A clock is advanced by a whole number of milliseconds, 0 or more, not ${milliseconds}.`);
    }
    if (this.#base() + this.#offset + milliseconds > lastMillisecond) {
      throw new RangeError(`A clock cannot be advanced beyond ${new Date(lastMillisecond).toISOString()}.`);
    }
    this.#offset += milliseconds;
    for (const listener of this.#listeners) listener();
    return this.now();
  }

  /** Calls back after each advance: what is due by then can happen at once. */
  onAdvance(listener: () => void): void {
    this.#listeners.push(listener);
  }
}

/** The end of the year 9999: later dates have no ISO form that AWS clients read. */
const lastMillisecond = Date.UTC(9999, 11, 31);
