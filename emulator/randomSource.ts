import { createPrivateKey, generateKeyPair, randomInt, randomUUID, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { Tape, type Draw } from "./journal/tape.ts";
import { RandomPool } from "./randomPool.ts";

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
  readonly #tape: Tape;
  readonly #pool = new RandomPool();
  #draws = 0;
  #fleeting?: RandomSource;

  /** @param tape notes what is drawn, and tells it again in a replay */
  constructor(tape = new Tape()) {
    this.#tape = tape;
  }

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
    return this.#tape.draw(isBytes, () => this.#pool.take(length));
  }

  uuid(): string {
    this.#draws++;
    return this.#tape.draw(isText, () => inOnePiece(randomUUID()));
  }

  /** `length` characters drawn evenly from `alphabet`. */
  text(length: number, alphabet: string): string {
    this.#draws++;
    return this.#tape.draw(isText, () =>
      Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join(""),
    );
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
    const pkcs8 = await this.#tape.drawLater(isBytes, async () => {
      return (await generate(kind)).export({ type: "pkcs8", format: "der" });
    });
    return createPrivateKey({ key: pkcs8, type: "pkcs8", format: "der" });
  }
}

/** The same ASCII text. Node.js joins a UUID from twenty parts, all of which V8 would keep for as long as the UUID. */
function inOnePiece(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}

const isBytes = (draw: Draw): draw is Buffer => Buffer.isBuffer(draw);
const isText = (draw: Draw): draw is string => typeof draw === "string";

const capitalsAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const generatePair = promisify(generateKeyPair);

async function generate(kind: KeyPairKind): Promise<KeyObject> {
  switch (kind.type) {
    case "rsa":
      return (await generatePair("rsa", { modulusLength: kind.modulusBits })).privateKey;
    case "ec":
      return (await generatePair("ec", { namedCurve: kind.curve })).privateKey;
    case "ed25519":
      return (await generatePair("ed25519")).privateKey;
  }
}
