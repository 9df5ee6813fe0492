/**
 * Pseudo-random numbers that a seed repeats: for what teaches and tests (delays, faults), never for ids or keys.
 * Source of the algorithm: mulberry32, public domain.
 */
export class SeededRandom {
  #state: number;

  /** @param seed a whole number; its lowest 32 bits count. */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The next number, 0 or more and less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number of the range, both ends included. */
  within({ from, to }: Range): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
}

/** Whole numbers, for example of milliseconds. */
export interface Range {
  readonly from: number;
  /** `from` or more. */
  readonly to: number;
}
