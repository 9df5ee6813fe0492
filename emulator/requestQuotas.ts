import type { Clock } from "./clock.ts";

/** How often an account may call a service in a region. */
export interface RequestQuota {
  /** Requests under one name share the quota. */
  readonly name: string;
  readonly perSecond: number;
}

/** What is left of a quota. */
interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Counts requests in token buckets: each holds what may be called within one second, at least one request, and fills evenly
 * on the instance's clock.
 */
export class RequestQuotas {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a request of a scope (an account in a region) and answers whether it is within the quota. */
  take(scope: string, { name, perSecond }: RequestQuota): boolean {
    const key = `${scope} ${name}`;
    const now = this.#clock.now().getTime();
    const capacity = Math.max(1, perSecond);
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, filledAt: now };
    this.#buckets.set(key, bucket);
    bucket.tokens = Math.min(capacity, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond);
    bucket.filledAt = now;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
