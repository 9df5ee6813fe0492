import { constants, createDecipheriv, privateDecrypt, type KeyObject } from "node:crypto";

/** How key material is wrapped for import: directly under the RSA key, or under an AES key that is. */
export const wrappingAlgorithms = {
  RSAES_OAEP_SHA_1: { oaepHash: "sha1", throughAes: false },
  RSAES_OAEP_SHA_256: { oaepHash: "sha256", throughAes: false },
  RSA_AES_KEY_WRAP_SHA_1: { oaepHash: "sha1", throughAes: true },
  RSA_AES_KEY_WRAP_SHA_256: { oaepHash: "sha256", throughAes: true },
} as const;

export type WrappingAlgorithm = keyof typeof wrappingAlgorithms;

/** The alternative initial value of AES key wrap with padding, RFC 5649, section 3. */
const initialValue = Buffer.from("a65959a6", "hex");

/** Unwraps key material. Answers `undefined` for what was not wrapped under this key in this way. */
export function unwrap(wrapped: Uint8Array, algorithm: WrappingAlgorithm, wrappingKey: KeyObject): Buffer | undefined {
  const { oaepHash, throughAes } = wrappingAlgorithms[algorithm];
  const key = { key: wrappingKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash };
  const modulusBytes = (wrappingKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  try {
    const opened = privateDecrypt(key, wrapped.subarray(0, modulusBytes));
    if (!throughAes) return wrapped.length === modulusBytes ? opened : undefined;
    const decipher = createDecipheriv("id-aes256-wrap-pad", opened, initialValue);
    return Buffer.concat([decipher.update(wrapped.subarray(modulusBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
