import type { Notes } from "./notes.ts";

/** Data that was encrypted with a data key, with that data key beside it, which KMS has encrypted. */
export interface Envelope {
  readonly encryptedDataKey: Uint8Array;
  /** Of AES-256-GCM, as is the tag. */
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** Leaves an envelope for {@link notedEnvelope}. */
export function noteEnvelope(notes: Notes, name: string, envelope: Envelope): void {
  for (const [part, bytes] of Object.entries(envelope)) notes.write(`${name}.${part}`, bytes);
}

/** The envelope that was noted. Throws an Error where there is none. */
export function notedEnvelope(notes: Notes, name: string): Envelope {
  return {
    encryptedDataKey: notes.bytes(`${name}.encryptedDataKey`),
    nonce: notes.bytes(`${name}.nonce`),
    ciphertext: notes.bytes(`${name}.ciphertext`),
    tag: notes.bytes(`${name}.tag`),
  };
}
