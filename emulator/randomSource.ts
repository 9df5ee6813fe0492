import { generateKeyPair, randomBytes, randomInt, randomUUID, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Draw, Tape } from "./journal/tape.ts";

/** A pair of keys that node:crypto can make. */
export type KeyPairKind =
  | { readonly type: "rsa"; readonly modulusBits: number }
  | { readonly type: "ec"; readonly curve: string }
  | { readonly type: "ed25519" };

/**
 * Where an instance takes everything random from. What is drawn is taken to last (ids, secrets, key material): a journal keeps
 * it, so that it is the same after a restart. What leaves with the answer, or may as well be another after a restart (nonces,
 * data keys, ids of events), is drawn from {@link fleeting}.
 */
export class RandomSource {
  readonly #tape: Tape | undefined;

  /** @param tape notes what is drawn. Default: nothing does */
  constructor(tape?: Tape) {
    this.#tape = tape;
  }

  /** Draws that nobody keeps. */
  get fleeting(): RandomSource {
    return fleeting;
  }

  bytes(length: number): Buffer {
    return Buffer.from(this.#draw(isBytes, () => randomBytes(length)));
  }

  uuid(): string {
    return this.#draw(isText, () => randomUUID());
  }

  /** The id of a call within a call: kept with the call, but no reason to keep the call. */
  nestedRequestId(): string {
    return this.#tape ? this.#tape.draw(isText, () => randomUUID(), false) : randomUUID();
  }

  /** `length` characters drawn evenly from `alphabet`. */
  text(length: number, alphabet: string): string {
    const draw = () => Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
    return this.#draw(isText, draw);
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
   * The private key of a new pair, as PKCS #8 in DER. It is made beside the event loop: an RSA key takes up to seconds. Its
   * randomness is node:crypto's own, which takes no other source.
   */
  async privateKey(kind: KeyPairKind): Promise<Buffer> {
    const make = async () => (await newPrivateKey(kind)).export({ type: "pkcs8", format: "der" });
    return this.#tape ? Buffer.from(await this.#tape.drawLater(isBytes, make)) : make();
  }

  #draw<Kind extends Draw>(isKind: (draw: Draw) => draw is Kind, make: () => Kind): Kind {
    return this.#tape ? this.#tape.draw(isKind, make) : make();
  }
}

const fleeting = new RandomSource();

const capitalsAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const generate = promisify(generateKeyPair);

async function newPrivateKey(kind: KeyPairKind): Promise<KeyObject> {
  switch (kind.type) {
    case "rsa":
      return (await generate("rsa", { modulusLength: kind.modulusBits })).privateKey;
    case "ec":
      return (await generate("ec", { namedCurve: kind.curve })).privateKey;
    case "ed25519":
      return (await generate("ed25519")).privateKey;
  }
}

function isText(draw: Draw): draw is string {
  return typeof draw === "string";
}

function isBytes(draw: Draw): draw is Uint8Array {
  return draw instanceof Uint8Array;
}
