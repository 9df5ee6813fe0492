/** Entries by key, of the latest keys only. */
export class Recent<Entry> {
  readonly #capacity: number;
  readonly #entries = new Map<string, Entry[]>();
  /** The keys in order; a map would look for its first longer and longer as it loses one after the other. */
  #keys: string[] = [];
  #forgotten = 0;

  /** @param capacity how many keys are remembered; the oldest is forgotten first */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(key: string, entry: Entry): void {
    const known = this.#entries.get(key);
    if (known) {
      known.push(entry);
      return;
    }
    this.#entries.set(key, [entry]);
    this.#keys.push(key);
    if (this.#entries.size > this.#capacity) this.#forgetOldest();
  }

  /** All entries of a key, in order. */
  of(key: string): readonly Entry[] {
    return this.#entries.get(key) ?? [];
  }

  /** All that is remembered, the oldest key first. */
  all(): readonly Entry[] {
    return [...this.#entries.values()].flat();
  }

  #forgetOldest(): void {
    const oldest = this.#keys[this.#forgotten++];
    if (oldest !== undefined) this.#entries.delete(oldest);
    if (this.#forgotten < this.#capacity) return;
    this.#keys = this.#keys.slice(this.#forgotten);
    this.#forgotten = 0;
  }
}
