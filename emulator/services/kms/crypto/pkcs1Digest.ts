import { constants, privateEncrypt, publicDecrypt, type KeyObject } from "node:crypto";
import type { HashName } from "./signatures.ts";

/** What stands before a hash in a signature, and names the hash. Source: RFC 8017, section 9.2, note 1. */
const prefixes: Readonly<Record<HashName, string>> = {
  sha256: "3031300d060960864801650304020105000420",
  sha384: "3041300d060960864801650304020205000430",
  sha512: "3051300d060960864801650304020305000440",
};

/** Signs a hash with RSASSA-PKCS1-v1_5. */
export function signPkcs1Digest(key: KeyObject, hash: HashName, digest: Uint8Array): Buffer {
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(hash, digest));
}

/** Whether a signature is that of a hash. */
export function verifyPkcs1Digest(key: KeyObject, hash: HashName, digest: Uint8Array, signature: Uint8Array): boolean {
  try {
    const signed = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
    return signed.equals(digestInfo(hash, digest));
  } catch {
    return false;
  }
}

function digestInfo(hash: HashName, digest: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(prefixes[hash], "hex"), digest]);
}
