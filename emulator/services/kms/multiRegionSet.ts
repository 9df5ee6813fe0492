import type { KmsKey } from "./kmsKey.ts";

/** The related keys of one multi-region key: one primary, and replicas in other regions. */
export class MultiRegionSet {
  primaryRegion: string;
  readonly #keys = new Map<string, KmsKey>();

  constructor(primaryRegion: string) {
    this.primaryRegion = primaryRegion;
  }

  add(key: KmsKey): void {
    this.#keys.set(key.region, key);
  }

  remove(key: KmsKey): void {
    this.#keys.delete(key.region);
  }

  in(region: string): KmsKey | undefined {
    return this.#keys.get(region);
  }

  /** All keys, the primary included. */
  get keys(): readonly KmsKey[] {
    return [...this.#keys.values()];
  }

  get primary(): KmsKey | undefined {
    return this.#keys.get(this.primaryRegion);
  }

  get replicas(): readonly KmsKey[] {
    return this.keys.filter(({ region }) => region !== this.primaryRegion);
  }
}
