/**
 * What one attempt of a scenario's run leaves for another: a ciphertext to decrypt, a token to retire a grant with. Notes are
 * of one run, and gone with it.
 */
export class Notes {
  readonly #notes = new Map<string, unknown>();

  write(name: string, value: unknown): void {
    this.#notes.set(name, value);
  }

  /** Bytes that were noted. Throws an Error where there are none: the attempt that leaves them has not succeeded. */
  bytes(name: string): Uint8Array {
    const found = this.#notes.get(name);
    if (found instanceof Uint8Array) return found;
    throw missing(name, "bytes");
  }

  /** A text that was noted. Throws an Error where there is none. */
  text(name: string): string {
    const found = this.#notes.get(name);
    if (typeof found === "string") return found;
    throw missing(name, "text");
  }
}

function missing(name: string, kind: string): Error {
  return new Error(`No ${kind} "${name}" was noted: what should leave it has not succeeded.`);
}
