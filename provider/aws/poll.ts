import { setTimeout as sleep } from "node:timers/promises";
import { EndpointError } from "./errors.ts";

/** How long and how patiently to look; times in milliseconds. */
export interface Patience {
  readonly timeout: number;
  readonly signal: AbortSignal;
}

const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 5_000;

/**
 * Looks until there is something to see: at once, then after pauses that double from 20 ms to 5 s. A local endpoint is
 * ready at the first or second look, and so costs no waiting; AWS is not asked too often.
 *
 * @throws EndpointError naming what was waited for, when the time is up.
 */
export async function poll<T>(what: string, look: () => Promise<T | undefined>, patience: Patience): Promise<T> {
  const end = performance.now() + patience.timeout;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const seen = await look();
    if (seen !== undefined) {
      return seen;
    }
    if (performance.now() + pause > end) {
      throw new EndpointError(`waited ${patience.timeout / 1_000} s for ${what} in vain`);
    }
    await sleep(pause, undefined, { signal: patience.signal });
  }
}
