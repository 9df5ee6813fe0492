/**
 * The instance's own time. It runs with the wall clock, or stands still, and can be moved forward; key states, caches, dates
 * and `aws:CurrentTime` follow it. Authentication does not: signatures and sessions are checked against the wall clock.
 */
export class Clock {
  /** Whether it runs with the wall clock. */
  readonly runs: boolean;
  readonly #base: () => number;
  #offset = 0;
  /** Set while the clock is held. */
  #held?: ClockTime;
  readonly #listeners: (() => void)[] = [];

  /** @param standsAt the time at which the clock stands until it is moved. Default: it runs with the wall clock. */
  constructor(standsAt?: Date) {
    this.runs = standsAt === undefined;
    this.#base = standsAt === undefined ? () => Date.now() : () => standsAt.getTime();
  }

  now(): Date {
    return new Date(this.#time());
  }

  /** The time of the clock of this machine; while a call is journaled or replayed, as it was when the call began. */
  wall(): Date {
    return new Date(this.#held?.wall ?? Date.now());
  }

  /**
   * Lets no time pass until {@link release}: within a call that a journal keeps it is one time, which a replay repeats.
   * @param at default: the time that it is
   */
  hold(at: ClockTime = { now: this.#time(), wall: Date.now() }): ClockTime {
    this.#held = at;
    return at;
  }

  release(): void {
    this.#held = undefined;
  }

  /** Goes on from a time that it had before: on this machine's clock, or, if it stands, not before it. */
  resume({ now, wall }: ClockTime): void {
    this.#offset = this.runs ? now - wall : Math.max(0, now - this.#base());
  }

  /** Moves the clock forward. Time never runs backwards, and ends with the year 9999: else a RangeError. */
  advance(milliseconds: number): Date {
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
      throw new RangeError(`A clock is advanced by a whole number of milliseconds, 0 or more, not ${milliseconds}.`);
    }
    if (this.#time() + milliseconds > lastMillisecond) {
      throw new RangeError(`A clock cannot be advanced beyond ${new Date(lastMillisecond).toISOString()}.`);
    }
    this.#offset += milliseconds;
    if (this.#held) this.#held = { ...this.#held, now: this.#held.now + milliseconds };
    for (const listener of this.#listeners) listener();
    return this.now();
  }

  /** Calls back after each advance: what is due by then can happen at once. */
  onAdvance(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #time(): number {
    return this.#held?.now ?? this.#base() + this.#offset;
  }
}

/** A moment, in milliseconds since 1970: on the instance's clock, and on this machine's. */
export interface ClockTime {
  readonly now: number;
  readonly wall: number;
}

/** The end of the year 9999: later dates have no ISO form that AWS clients read. */
const lastMillisecond = Date.UTC(9999, 11, 31);
