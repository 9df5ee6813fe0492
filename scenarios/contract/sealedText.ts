import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";

const sealed = z.strictObject({ encryptedDataKey: z.base64(), nonce: z.base64(), tag: z.base64(), text: z.base64() });

/** A text encrypted with a data key, and beside it the data key as KMS encrypted it. */
export type SealedText = z.infer<typeof sealed>;

/** Encrypts a text with AES-256-GCM. The result is JSON: what an object can hold. */
export function sealText(dataKey: Uint8Array, encryptedDataKey: Uint8Array, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", dataKey, nonce);
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts: SealedText = {
    encryptedDataKey: Buffer.from(encryptedDataKey).toString("base64"),
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

/** Decrypts a text. Throws an Error if it was changed, or sealed with another data key. */
export function openText(dataKey: Uint8Array, { nonce, tag, text }: SealedText): string {
  const decipher = createDecipheriv("aes-256-gcm", dataKey, Buffer.from(nonce, "base64"));
  decipher.setAuthTag(Buffer.from(tag, "base64"));
  return decipher.update(text, "base64", "utf8") + decipher.final("utf8");
}
