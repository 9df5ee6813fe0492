/**
 * The instance's own time. It runs with the wall clock and can be moved forward; key states, caches, dates and
 * `aws:CurrentTime` follow it. Authentication does not: signatures and sessions are checked against the wall clock.
 */
export class Clock {
  #offset = 0;

  now(): Date {
    return new Date(Date.now() + this.#offset);
  }

  /** Moves the clock forward. Time never runs backwards: a negative duration is refused with a RangeError. */
  advance(milliseconds: number): Date {
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) {
      throw new RangeError(`A clock is advanced by a whole number of milliseconds, 0 or more, not ${milliseconds}.`);
    }
    this.#offset += milliseconds;
    return this.now();
  }
}
