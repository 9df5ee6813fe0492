import { createCipheriv, createDecipheriv } from "node:crypto";
import type { RandomSource } from "../../randomSource.ts";
import { ItemCipher } from "./storage/itemCipher.ts";

const algorithm = "aes-256-gcm";

/** A table's data key as it is kept. */
interface WrappedKey {
  readonly nonce: Uint8Array;
  readonly tag: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/**
 * The data keys of tables under the key that DynamoDB owns. Each table has its own, encrypted under the one internal key,
 * which nobody else can use: no caller needs a permission for it.
 * Source: DynamoDB Developer Guide, "How Amazon DynamoDB uses AWS KMS", AWS owned key.
 */
export class OwnedKeys {
  readonly #random: RandomSource;
  readonly #ownedKey: Uint8Array;
  readonly #wrapped = new Map<string, WrappedKey>();

  constructor(random: RandomSource) {
    this.#random = random;
    this.#ownedKey = random.bytes(32);
  }

  /** The cipher of a table, by the table's id; its data key is made on first use. */
  cipherOf(tableId: string): ItemCipher {
    const known = this.#wrapped.get(tableId);
    if (known) return new ItemCipher(this.#unwrap(known), this.#random);
    const dataKey = this.#random.bytes(32);
    this.#wrapped.set(tableId, this.#wrap(dataKey));
    return new ItemCipher(dataKey, this.#random);
  }

  forget(tableId: string): void {
    this.#wrapped.delete(tableId);
  }

  #wrap(dataKey: Uint8Array): WrappedKey {
    const nonce = this.#random.fleeting.bytes(12);
    const cipher = createCipheriv(algorithm, this.#ownedKey, nonce);
    const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    return { nonce, tag: cipher.getAuthTag(), ciphertext };
  }

  #unwrap({ nonce, tag, ciphertext }: WrappedKey): Uint8Array {
    const decipher = createDecipheriv(algorithm, this.#ownedKey, nonce);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  }
}
