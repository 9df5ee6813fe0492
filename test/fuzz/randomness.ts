import { SeededRandom } from "../../emulator/seededRandom.ts";

/** Pseudo-random choices that a seed repeats. */
export class Randomness {
  readonly #random: SeededRandom;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  /** From 0 up to, and without, 1. */
  fraction(): number {
    return this.#random.next();
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  /** True once in `times` times. */
  onceIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.below(items.length)] ?? items[0];
  }
}
