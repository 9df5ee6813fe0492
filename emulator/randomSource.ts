import { generateKeyPair, randomBytes, randomInt, randomUUID, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

/** A pair of keys that node:crypto can make. */
export type KeyPairKind =
  | { readonly type: "rsa"; readonly modulusBits: number }
  | { readonly type: "ec"; readonly curve: string }
  | { readonly type: "ed25519" };

/**
 * Where an instance takes everything random from. What is drawn here lasts: ids, secrets, key material, salts. Later calls
 * depend on it. What leaves with the answer, or may as well be another one (nonces, data keys for callers, ids of requests and
 * events), is drawn from {@link fleeting}.
 */
export class RandomSource {
  #draws = 0;
  #fleeting?: RandomSource;

  /** A source for what nobody depends on later; its draws do not count here. */
  get fleeting(): RandomSource {
    this.#fleeting ??= new RandomSource();
    return this.#fleeting;
  }

  /** How many times something was drawn that lasts: a call that leaves the number alone has made nothing random that lasts. */
  get draws(): number {
    return this.#draws;
  }

  bytes(length: number): Buffer {
    this.#draws++;
    return randomBytes(length);
  }

  uuid(): string {
    this.#draws++;
    return randomUUID();
  }

  /** `length` characters drawn evenly from `alphabet`. */
  text(length: number, alphabet: string): string {
    this.#draws++;
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

  /**
   * The private key of a new pair. It is made beside the event loop: an RSA key takes up to seconds. Its randomness is
   * node:crypto's own, which takes no other source.
   */
  async privateKey(kind: KeyPairKind): Promise<KeyObject> {
    this.#draws++;
    switch (kind.type) {
      case "rsa":
        return (await generate("rsa", { modulusLength: kind.modulusBits })).privateKey;
      case "ec":
        return (await generate("ec", { namedCurve: kind.curve })).privateKey;
      case "ed25519":
        return (await generate("ed25519")).privateKey;
    }
  }
}

const capitalsAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const generate = promisify(generateKeyPair);
