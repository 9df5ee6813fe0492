import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { JournalRecord } from "./journalRecord.ts";
import { readRecord, writeRecord } from "./recordForm.ts";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Writes records as bytes that tell nothing: nonce, tag, and the record, encrypted with AES-256-GCM. Each is bound to its place: none can be moved or exchanged.
 */
export class RecordCipher {
  readonly #key: Uint8Array;

  /** @param key 32 bytes */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal(place: string, record: JournalRecord): Uint8Array {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#key, nonce).setAAD(Buffer.from(place));
    const ciphertext = Buffer.concat([cipher.update(writeRecord(record)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
  }

  /** The record that {@link seal} took. Throws an Error for another key or place, and for bytes that were changed. */
  open(place: string, bytes: Uint8Array): JournalRecord {
    const decipher = createDecipheriv(algorithm, this.#key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return readRecord(Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]));
  }
}
