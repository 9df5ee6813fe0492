import { createCipheriv, createDecipheriv } from "node:crypto";
import type { RandomSource } from "./randomSource.ts";

const algorithm = "aes-256-gcm";

/** Bytes under a key, as they are kept. */
export interface Sealed {
  readonly nonce: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Encrypts bytes under a key of 32 bytes with AES-256-GCM. */
export function seal(key: Uint8Array, bytes: Uint8Array, random: RandomSource): Sealed {
  const nonce = random.fleeting.bytes(12);
  const cipher = createCipheriv(algorithm, key, nonce);
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { nonce, tag: cipher.getAuthTag(), ciphertext };
}

/** The bytes that {@link seal} took. */
export function open(key: Uint8Array, { nonce, tag, ciphertext }: Sealed): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonce).setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
}
