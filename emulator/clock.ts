/** What both clocks show while something happens. */
export interface Moment {
  readonly now: Date;
  readonly wall: Date;
}

/**
 * The instance's own time. It runs with the wall clock, or stands still, and can be moved forward; key states, caches, dates
 * and `aws:CurrentTime` follow it. Authentication does not: signatures and sessions are checked against the wall clock.
 */
export class Clock {
  /** Whether it runs with the wall clock. */
  readonly runs: boolean;
  readonly #base: () => number;
  #offset = 0;
  /** Milliseconds that both clocks are held at. */
  #held?: { now: number; readonly wall: number };
  readonly #listeners: (() => void)[] = [];

  /** @param standsAt the time at which the clock stands until it is moved. Default: it runs with the wall clock. */
  constructor(standsAt?: Date) {
    this.runs = standsAt === undefined;
    this.#base = standsAt === undefined ? () => Date.now() : () => standsAt.getTime();
  }

  now(): Date {
    return new Date(this.#now());
  }

  /** The time of this machine's clock, which nobody moves. Authentication goes by it. */
  wall(): Date {
    return new Date(this.#held?.wall ?? Date.now());
  }

  /** Makes both clocks show a moment, by default the present one, until they are released: time is then the same for all. */
  hold({ now, wall }: Moment = { now: this.now(), wall: this.wall() }): Moment {
    this.#held = { now: now.getTime(), wall: wall.getTime() };
    return { now, wall };
  }

  release(): void {
    this.#held = undefined;
  }

  /** Moves the clock forward. Time never runs backwards, and ends with the year 9999: else a RangeError. */
  advance(milliseconds: number): Date {
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
      throw new RangeError(`A clock is advanced by a whole number of milliseconds, 0 or more, not ${milliseconds}.`);
    }
    if (this.#now() + milliseconds > lastMillisecond) {
      throw new RangeError(`A clock cannot be advanced beyond ${new Date(lastMillisecond).toISOString()}.`);
    }
    this.#offset += milliseconds;
    if (this.#held) this.#held.now += milliseconds;
    for (const listener of this.#listeners) listener();
    return this.now();
  }

  /** Takes care that the clock shows no time before `time`. Nobody hears of it: nothing falls due. */
  catchUp(time: Date): void {
    this.#offset += Math.max(0, time.getTime() - this.#base() - this.#offset);
  }

  /** Calls back after each advance: what is due by then can happen at once. */
  onAdvance(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #now(): number {
    return this.#held?.now ?? this.#base() + this.#offset;
  }
}

/** The end of the year 9999: later dates have no ISO form that AWS clients read. */
const lastMillisecond = Date.UTC(9999, 11, 31);
