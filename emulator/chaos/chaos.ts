import { SeededRandom } from "../seededRandom.ts";
import type { ChaosCounts, ChaosRates, ChaosSettings } from "./chaosSettings.ts";

/** What befalls a request. */
export interface Fate {
  readonly fault?: "throttled" | "internal failure" | "unavailable" | "dropped before" | "dropped after";
  /** How many milliseconds later it is answered. */
  readonly delay: number;
}

/** What befalls every request that is left alone. */
const untouched: Fate = { delay: 0 };

const countOf = {
  throttled: "throttled",
  "internal failure": "failed",
  unavailable: "failed",
  "dropped before": "droppedBefore",
  "dropped after": "droppedAfter",
} as const;

/** Draws the fate of each request, and counts. Every request takes the same number of draws, whatever befalls it. */
export class Chaos {
  readonly settings: ChaosSettings;
  readonly #random: SeededRandom;
  readonly #counts = { requests: 0, throttled: 0, failed: 0, droppedBefore: 0, droppedAfter: 0, slowed: 0 };
  #hasBegun = false;

  constructor(settings: ChaosSettings) {
    this.settings = settings;
    this.#random = new SeededRandom(settings.seed);
  }

  get counts(): ChaosCounts {
    return { ...this.#counts };
  }

  /** Until then every request is left alone: an embedded AWS is set up in peace. */
  begin(): void {
    this.#hasBegun = true;
  }

  /** @param service and `operation` as far as the request names them. */
  fateOf(service: string | undefined, operation: string): Fate {
    const rates = this.#hasBegun ? this.#ratesOf(service, operation) : undefined;
    if (!rates) return untouched;
    const [which, isSlow, howSlow] = [this.#random.next(), this.#random.next(), this.#random.within(rates.slowness)];
    const fault = faultAt(which, rates);
    const delay = isSlow < rates.slow ? howSlow : 0;
    this.#counts.requests += 1;
    if (fault) this.#counts[countOf[fault]] += 1;
    if (delay > 0) this.#counts.slowed += 1;
    return { fault, delay };
  }

  #ratesOf(service: string | undefined, operation: string): ChaosRates | undefined {
    const { rates, named = {} } = this.settings;
    if (service === undefined) return rates;
    return named[`${service}:${operation}`] ?? named[service] ?? rates;
  }
}

/** The faults lie one after the other between 0 and 1, each as wide as it is frequent. */
function faultAt(place: number, { throttle, error, drop }: ChaosRates): Fate["fault"] {
  const widths = [
    ["throttled", throttle],
    ["internal failure", error / 2],
    ["unavailable", error / 2],
    ["dropped before", drop / 2],
    ["dropped after", drop / 2],
  ] as const;
  let end = 0;
  for (const [fault, width] of widths) {
    end += width;
    if (place < end) return fault;
  }
  return undefined;
}
