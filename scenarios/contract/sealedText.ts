import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import * as z from "zod";

const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));
const sealed = z.strictObject({ encryptedDataKey: bytes, nonce: bytes, tag: bytes, text: bytes });

/** A text encrypted with a data key, and beside it the data key as KMS encrypted it. */
export type SealedText = z.infer<typeof sealed>;

/** As NIST SP 800-38D recommends for GCM. */
const nonceBytes = 12;

/** A data key as KMS answers it: plain, and encrypted as well where it has just been made. */
export interface DataKey {
  readonly Plaintext?: Uint8Array;
  readonly CiphertextBlob?: Uint8Array;
}

/**
 * Encrypts a text of any length with AES-256-GCM, outside of KMS. The result is JSON: what an object or a note can hold. It keeps
 * the encrypted data key; the plain one is thrown away.
 * Source: KMS Developer Guide, "Envelope encryption" and "Data keys".
 */
export function sealText(
  { Plaintext = new Uint8Array(), CiphertextBlob = new Uint8Array() }: DataKey,
  text: string,
): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", Plaintext, nonce);
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts: z.input<typeof sealed> = {
    encryptedDataKey: Buffer.from(CiphertextBlob).toString("base64"),
    nonce: nonce.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    text: encrypted.toString("base64"),
  };
  return JSON.stringify(parts);
}

/** The parts of what {@link sealText} has made. Throws a ZodError for anything else. */
export function readSealedText(json: string): SealedText {
  return sealed.parse(JSON.parse(json));
}

/** Decrypts a text with the plain data key. Throws an Error if it was changed, or sealed with another data key. */
export function openText({ Plaintext = new Uint8Array() }: DataKey, { nonce, tag, text }: SealedText): string {
  const decipher = createDecipheriv("aes-256-gcm", Plaintext, nonce).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString();
}
