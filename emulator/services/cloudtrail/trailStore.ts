import type { RandomSource } from "../../randomSource.ts";
import { makeSigningKey, type SigningKey } from "./signingKey.ts";
import type { Trail } from "./trail.ts";

/** The trails of an account in their home region. */
export class TrailStore {
  readonly #trails = new Map<string, Trail>();

  #signingKey: Promise<SigningKey> | undefined;

  /** The key of the region's digests, if there has been a digest. */
  get signingKey(): Promise<SigningKey> | undefined {
    return this.#signingKey;
  }

  /** The same; made on first use. */
  useSigningKey(now: Date, random: RandomSource): Promise<SigningKey> {
    this.#signingKey ??= makeSigningKey(now, random);
    return this.#signingKey;
  }

  get isEmpty(): boolean {
    return this.#trails.size === 0;
  }

  add(trail: Trail): void {
    this.#trails.set(trail.arn, trail);
  }

  find(arn: string): Trail | undefined {
    return this.#trails.get(arn);
  }

  remove(arn: string): void {
    this.#trails.delete(arn);
  }

  all(): readonly Trail[] {
    return [...this.#trails.values()];
  }
}
