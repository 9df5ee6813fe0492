import { createCipheriv, createDecipheriv, timingSafeEqual } from "node:crypto";
import { undisclosedDenial } from "../../authorization/decision.ts";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { RandomSource } from "../../randomSource.ts";
import { codeLength } from "./headerCodes.ts";
import type { KmsKey } from "./kmsKey.ts";
import type { KmsStore } from "./kmsStore.ts";

/*
 * The format of a ciphertext. Clients must treat it as opaque.
 *
 *   format         5 bytes, 01 02 02 00 78: base64 begins with AQICAHg, as AWS's own ciphertexts do (AQICAH…)
 *   account id    12 ASCII characters   ┐
 *   region         ASCII                │ each preceded by its length in one byte
 *   key id         ASCII                ┘
 *   material id   32 bytes: which version of the key's material was used, so rotation never makes a ciphertext unreadable
 *   header code   16 bytes: HMAC-SHA-256 over all of the above under a secret of the account and region, cut short
 *   nonce         12 bytes ┐
 *   encrypted     n bytes  │ AES-256-GCM; additional authenticated data: all of the header, then the encryption context
 *   tag           16 bytes ┘
 *
 * The encryption context itself is nowhere in it. The header can be read without the key: that is how Decrypt finds the
 * key. Its code tells a damaged header from the name of a key that is gone. Account, region, key and material say all that
 * is needed to find the key again after a restart, if the stores' secrets and the material are kept. The region is where
 * the ciphertext was made: a multi-region key opens it in any region that the key has a related key in. Another format
 * would begin with other bytes; what begins with any other bytes is refused today.
 */
const format = Buffer.from("0102020078", "hex");
const materialIdLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** A ciphertext taken apart, before anything of it has been checked. */
interface Ciphertext {
  readonly accountId: string;
  readonly region: string;
  readonly keyId: string;
  readonly materialId: string;
  /** What the code authenticates. */
  readonly fields: Buffer;
  readonly code: Buffer;
  readonly nonce: Buffer;
  readonly encrypted: Buffer;
  readonly tag: Buffer;
}

/** The key and version that a ciphertext names, and what they have to open. */
export interface SealedMessage {
  readonly key: KmsKey;
  readonly ciphertext: Ciphertext;
}

/** What AWS calls the key that a ciphertext names, where it does not tell the caller which it is. */
export const ciphertextsKey = "the resource associated with this ciphertext";

/** Encrypts under the current version of a key's material. */
export function seal(
  store: KmsStore,
  key: KmsKey,
  plaintext: Uint8Array,
  encryptionContext: Readonly<Record<string, string>>,
  random: RandomSource,
): Buffer {
  const { id, secret } = key.currentMaterial;
  const header = headerOf(store, key, id);
  const nonce = random.fleeting.bytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce);
  cipher.setAAD(Buffer.concat([header, canonical(encryptionContext)]));
  const encrypted = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header, nonce, encrypted, cipher.getAuthTag()]);
}

/** The same in all ciphertexts of one version of a key: it is made once. */
function headerOf({ headerCodes, headers }: KmsStore, key: KmsKey, materialId: string): Buffer {
  const name = `${key.keyId} ${materialId}`;
  const known = headers.get(name);
  if (known) return known;
  const names = [key.accountId, key.region, key.keyId].map((text) =>
    Buffer.from(`${String.fromCharCode(text.length)}${text}`, "ascii"),
  );
  const fields = Buffer.concat([format, ...names, Buffer.from(materialId, "hex")]);
  const header = Buffer.concat([fields, headerCodes.of(fields)]);
  headers.set(name, header);
  return header;
}

/**
 * Finds the key that made a ciphertext. Throws InvalidCiphertextException for what no key of this instance made, and
 * AccessDeniedException for a key that is gone or is in another region: KMS does not say which.
 */
export function findKeyOfCiphertext(context: CallContext, blob: Uint8Array, action: string): SealedMessage {
  const ciphertext = takeApart(Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength));
  const { accountId, region, keyId, fields, code } = ciphertext;
  const store = context.instance.findRegion(accountId, region)?.kms;
  if (!store || !timingSafeEqual(store.headerCodes.of(fields), code)) throw invalidCiphertext();
  const key = findKeyHere(context, { accountId, region, keyId });
  if (key) return { key, ciphertext };
  throw new AwsError("AccessDeniedException", undisclosedDenial(context.caller, action, ciphertextsKey));
}

/** The key itself, or the key of this region that is related to it. */
function findKeyHere(
  context: CallContext,
  made: Pick<Ciphertext, "accountId" | "region" | "keyId">,
): KmsKey | undefined {
  const key = context.instance.findRegion(made.accountId, context.region)?.kms.key(made.keyId);
  return made.region === context.region || key?.related ? key : undefined;
}

/** Decrypts. Throws InvalidCiphertextException for another encryption context and for anything that was changed. */
export function open(
  { key, ciphertext }: SealedMessage,
  encryptionContext: Readonly<Record<string, string>>,
): { plaintext: Buffer; materialId: string } {
  const { fields, code, nonce, encrypted, tag, materialId } = ciphertext;
  const secret = key.materials.find(materialId)?.secret;
  if (!secret) throw invalidCiphertext();
  const decipher = createDecipheriv("aes-256-gcm", secret, nonce, { authTagLength: tagLength });
  decipher.setAAD(Buffer.concat([fields, code, canonical(encryptionContext)]));
  decipher.setAuthTag(tag);
  const opened = decipher.update(encrypted);
  try {
    return { plaintext: Buffer.concat([opened, decipher.final()]), materialId };
  } catch {
    throw invalidCiphertext();
  }
}

/** Its message is empty. Source: recorded answers. */
export function invalidCiphertext(): AwsError {
  return new AwsError("InvalidCiphertextException", "");
}

function takeApart(blob: Buffer): Ciphertext {
  const reader = new Reader(blob);
  if (!reader.take(format.length).equals(format)) throw invalidCiphertext();
  const accountId = reader.takeName();
  const region = reader.takeName();
  const keyId = reader.takeName();
  const materialId = reader.takeText(materialIdLength, "hex");
  const fields = blob.subarray(0, reader.position);
  const code = reader.take(codeLength);
  const nonce = reader.take(nonceLength);
  const encrypted = reader.take(blob.length - reader.position - tagLength);
  const tag = reader.take(tagLength);
  return { accountId, region, keyId, materialId, fields, code, nonce, encrypted, tag };
}

/** Reads a ciphertext from front to back; whatever is missing makes it invalid. */
class Reader {
  position = 0;
  readonly #blob: Buffer;

  constructor(blob: Buffer) {
    this.#blob = blob;
  }

  take(length: number): Buffer {
    return this.#blob.subarray(this.position, this.#advance(length));
  }

  takeText(length: number, encoding: "hex" | "latin1"): string {
    return this.#blob.toString(encoding, this.position, this.#advance(length));
  }

  /** Its length comes first. */
  takeName(): string {
    const length = this.#blob[this.position];
    if (length === undefined) throw invalidCiphertext();
    this.position += 1;
    return this.takeText(length, "latin1");
  }

  /** Where what is taken ends. */
  #advance(length: number): number {
    const end = this.position + length;
    if (length < 0 || end > this.#blob.length) throw invalidCiphertext();
    this.position = end;
    return end;
  }
}

/** The encryption context as bytes: the order of its pairs does not matter, everything else does. */
function canonical(encryptionContext: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(encryptionContext);
  if (pairs.length > 1) pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs), "utf8");
}
