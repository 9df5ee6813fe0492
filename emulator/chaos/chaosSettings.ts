import type { Range } from "../seededRandom.ts";

/** How often each fault is made: rates from 0 to 1 of the requests that they are for. */
export interface ChaosRates {
  /** The service's own error for callers that are too fast. */
  readonly throttle: number;
  /** HTTP 500 `InternalFailure` and HTTP 503 `ServiceUnavailable`, one as often as the other. */
  readonly error: number;
  /** The connection ends without an answer: as often before the operation has run as after it. */
  readonly drop: number;
  /** The answer comes later, beside whatever else happens. */
  readonly slow: number;
  /** By how many milliseconds. */
  readonly slowness: Range;
}

/** Which requests meet faults, and how often. */
export interface ChaosSettings {
  /** The same seed and the same requests in the same order make the same faults. */
  readonly seed: number;
  /** Of all requests that `named` does not name. Absent: they are left alone. */
  readonly rates?: ChaosRates;
  /** `kms` is every operation of a service, `dynamodb:GetItem` one of them, which goes before its service. */
  readonly named?: Readonly<Record<string, ChaosRates>>;
}

/** How often each fault has been made. */
export interface ChaosCounts {
  /** Requests that could have met one. */
  readonly requests: number;
  readonly throttled: number;
  readonly failed: number;
  readonly droppedBefore: number;
  readonly droppedAfter: number;
  readonly slowed: number;
}
