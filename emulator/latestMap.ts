/** A map that forgets what was set first, once it holds more than a capacity: what grows without end must not fill the memory. */
export class LatestMap<Key, Value> {
  readonly #capacity: number;
  readonly #entries = new Map<Key, Value>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** Sets a value; it counts as new, whether or not there was one. */
  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#capacity) return;
    // Cutting a tenth at once keeps setting cheap.
    let surplus = Math.max(1, Math.floor(this.#capacity / 10));
    for (const oldest of this.#entries.keys()) {
      if (surplus-- === 0) return;
      this.#entries.delete(oldest);
    }
  }
}
