import { createHmac } from "node:crypto";
import { LatestMap } from "../../latestMap.ts";

/** In bytes. */
export const codeLength = 16;

/** Of how many headers the codes are remembered. */
const capacity = 10_000;

/**
 * The codes that tell a ciphertext's header from a damaged one: HMAC-SHA-256 under a secret, cut short. All ciphertexts of one version of a
 * key have the same header: its code is made once.
 */
export class HeaderCodes {
  readonly #secret: Buffer;
  readonly #known = new LatestMap<string, Buffer>(capacity);

  /** @param secret 32 bytes */
  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  of(header: Buffer): Buffer {
    const text = header.toString("latin1");
    const known = this.#known.get(text);
    if (known) return known;
    const code = createHmac("sha256", this.#secret).update(header).digest().subarray(0, codeLength);
    this.#known.set(text, code);
    return code;
  }
}
