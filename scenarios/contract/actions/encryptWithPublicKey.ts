import { constants, createPublicKey, publicEncrypt } from "node:crypto";
import type { Action } from "../action.ts";

/** Which public key encrypts, and where the ciphertext is left. */
export interface EncryptWithPublicKeyOptions {
  /** The note that holds the public key, in DER. */
  readonly publicKey: string;
  /** The note that the ciphertext becomes. */
  readonly noteAs: string;
}

/** Encrypts a text without AWS, as KMS's algorithm `RSAES_OAEP_SHA_256` does. Yields nothing; the ciphertext is noted. */
export function encryptWithPublicKey(plaintext: string, { publicKey, noteAs }: EncryptWithPublicKeyOptions): Action {
  return {
    operation: "outside of AWS",
    attempt: `encrypt with ${publicKey}, outside of AWS`,
    async perform(_deployed, { notes }) {
      const key = createPublicKey({ key: Buffer.from(notes.bytes(publicKey)), format: "der", type: "spki" });
      const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };
      notes.write(noteAs, publicEncrypt(padding, Buffer.from(plaintext)));
      return { requestId: undefined, yielded: undefined };
    },
  };
}
