import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import type { RandomSource } from "../../../randomSource.ts";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/**
 * Encrypts the items of a table under its data key: AES-256-GCM; stored are nonce, tag and ciphertext.
 * Whoever has one can read the table, so that it lives no longer than the plaintext key would.
 */
export class ItemCipher {
  readonly #key: KeyObject;
  readonly #random: RandomSource;
  #labelKey?: Buffer;

  /** @param dataKey 32 bytes */
  constructor(dataKey: Uint8Array, random: RandomSource) {
    this.#key = createSecretKey(dataKey);
    this.#random = random;
  }

  seal(plaintext: string): Uint8Array {
    const nonce = this.#random.fleeting.bytes(nonceLength);
    const cipher = createCipheriv(algorithm, this.#key, nonce);
    const ciphertext = cipher.update(plaintext, "utf8");
    cipher.final();
    return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
  }

  /** Throws for what has been sealed under another key, or damaged. */
  open(sealed: Uint8Array): string {
    const nonce = sealed.subarray(0, nonceLength);
    const tag = sealed.subarray(nonceLength, nonceLength + tagLength);
    const decipher = createDecipheriv(algorithm, this.#key, nonce, { authTagLength: tagLength });
    decipher.setAuthTag(tag);
    const plaintext = decipher.update(sealed.subarray(nonceLength + tagLength));
    // Only now is it known to be whole.
    decipher.final();
    return plaintext.toString("utf8");
  }

  /** A name for something that does not tell what it is: the same for the same text, 64 hexadecimal digits. */
  label(text: string): string {
    this.#labelKey ??= Buffer.from(hkdfSync("sha256", this.#key, "", "labels of items", 32));
    return createHmac("sha256", this.#labelKey).update(text).digest("hex");
  }
}
