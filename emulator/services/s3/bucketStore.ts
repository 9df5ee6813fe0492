import type { RandomSource } from "../../randomSource.ts";
import type { Bucket } from "./bucket.ts";

/** All buckets: their names are unique across accounts and regions. S3's own key encrypts what no KMS key does. */
export class BucketStore {
  readonly ownedKey: Uint8Array;
  readonly #buckets = new Map<string, Bucket>();

  constructor(random: RandomSource) {
    this.ownedKey = random.bytes(32);
  }

  add(bucket: Bucket): void {
    this.#buckets.set(bucket.name, bucket);
  }

  remove(bucket: Bucket): void {
    this.#buckets.delete(bucket.name);
  }

  find(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  /** The buckets of an account in the order of their names. */
  of(accountId: string): Bucket[] {
    const own = [...this.#buckets.values()].filter((bucket) => bucket.accountId === accountId);
    return own.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
