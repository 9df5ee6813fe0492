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
  uniqueId(prefix: "AIDA" | "AROA" | "ANPA" | "AGPA" | "AIPA" | "ASCA" | "APKA" | "ACCA"): string {
    return prefix + this.text(17, capitalsAndDigits);
  }

  /** The id of a long-term (`AKIA`) or temporary (`ASIA`) access key: 20 characters in all. */
  accessKeyId(prefix: "AKIA" | "ASIA"): string {
    return prefix + this.text(16, capitalsAndDigits);
  }

  /** 40 characters, as AWS makes them. */
  secretAccessKey(): string {
    return this.bytes(30).toString("base64");
  }
}

const capitalsAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
