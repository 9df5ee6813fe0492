import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Where an instance takes everything random from: ids, key material, nonces. */
export class RandomSource {
  bytes(length: number): Buffer {
    return randomBytes(length);
  }

  uuid(): string {
    return randomUUID();
  }

  /** `length` characters drawn evenly from `alphabet`. */
  text(length: number, alphabet: string): string {
    return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
  }

  /**
   * A unique id as IAM makes them: a four-letter prefix and 17 capital letters and digits.
   * Source: IAM User Guide, "IAM identifiers", unique ID prefixes.
   */
  uniqueId(prefix: "AIDA" | "AROA" | "AKIA" | "ASIA" | "ANPA" | "AGPA" | "AIPA"): string {
    return prefix + this.text(17, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
  }
}
