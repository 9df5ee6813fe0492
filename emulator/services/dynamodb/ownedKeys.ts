import type { RandomSource } from "../../randomSource.ts";
import { open, seal, type Sealed } from "../../sealed.ts";
import { ItemCipher } from "./storage/itemCipher.ts";

/**
 * The data keys of tables under the key that DynamoDB owns. Each table has its own, encrypted under the one internal key,
 * which nobody else can use: no caller needs a permission for it.
 * Source: DynamoDB Developer Guide, "How Amazon DynamoDB uses AWS KMS", AWS owned key.
 */
export class OwnedKeys {
  readonly #random: RandomSource;
  readonly #ownedKey: Uint8Array;
  readonly #wrapped = new Map<string, Sealed>();

  constructor(random: RandomSource) {
    this.#random = random;
    this.#ownedKey = random.bytes(32);
  }

  /** The cipher of a table, by the table's id; its data key is made on first use. */
  cipherOf(tableId: string): ItemCipher {
    const known = this.#wrapped.get(tableId);
    if (known) return new ItemCipher(open(this.#ownedKey, known), this.#random);
    const dataKey = this.#random.bytes(32);
    this.#wrapped.set(tableId, seal(this.#ownedKey, dataKey, this.#random));
    return new ItemCipher(dataKey, this.#random);
  }

  forget(tableId: string): void {
    this.#wrapped.delete(tableId);
  }
}
