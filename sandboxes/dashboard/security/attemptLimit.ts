import type { Clock } from "../clock.ts";

/** How many attempts may fail, and in what time. */
export interface AttemptLimits {
  readonly perAddress: number;
  /** Whatever the address: somebody who guesses may have many. */
  readonly overall: number;
  /** In milliseconds. */
  readonly within: number;
}

/** Counts attempts that failed, and says when there were too many to look at another one. */
export class AttemptLimit {
  readonly #limits: AttemptLimits;
  readonly #clock: Clock;
  #failures: { readonly address: string; readonly at: number }[] = [];

  constructor(limits: AttemptLimits, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /**
   * Begins an attempt. It counts as failed from now on, so that many at the same time are no way around; `forget` takes it back.
   * Nothing where there were too many.
   */
  begin(address: string): { forget(): void } | undefined {
    if (this.wait(address) > 0) return undefined;
    const failure = { address, at: this.#clock() };
    this.#failures.push(failure);
    return {
      forget: () => {
        this.#failures = this.#failures.filter((other) => other !== failure);
      },
    };
  }

  /** How long an address has to wait for its next attempt, in milliseconds. */
  wait(address: string): number {
    const now = this.#clock();
    this.#failures = this.#failures.filter(({ at }) => at > now - this.#limits.within);
    const own = this.#failures.filter((failure) => failure.address === address);
    return Math.max(
      this.#until(own, this.#limits.perAddress, now),
      this.#until(this.#failures, this.#limits.overall, now),
    );
  }

  /** When the oldest of the failures that fill a limit is forgotten. */
  #until(failures: readonly { readonly at: number }[], limit: number, now: number): number {
    const oldest = failures.at(-limit);
    return failures.length < limit || oldest === undefined ? 0 : oldest.at + this.#limits.within - now;
  }
}
