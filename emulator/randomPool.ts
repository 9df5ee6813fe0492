import { randomBytes, randomFillSync } from "node:crypto";

/** How many random bytes are drawn at once. */
const size = 4_096;

/** Random bytes of node:crypto, drawn many at once: to draw a few takes as long. No byte is given out twice, or kept. */
export class RandomPool {
  readonly #pool = Buffer.alloc(size);
  #used = size;

  take(length: number): Buffer {
    if (length > size / 16) return randomBytes(length);
    if (this.#used + length > size) {
      randomFillSync(this.#pool);
      this.#used = 0;
    }
    const part = this.#pool.subarray(this.#used, this.#used + length);
    // A buffer of its own, not a part of Node.js's pool: secrets are among what is drawn.
    const taken = Buffer.alloc(length);
    part.copy(taken);
    part.fill(0);
    this.#used += length;
    return taken;
  }
}
