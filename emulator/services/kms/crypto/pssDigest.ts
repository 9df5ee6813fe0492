import { constants, createHash, privateEncrypt, publicDecrypt, type KeyObject } from "node:crypto";
import type { HashName } from "./signatures.ts";

/*
 * RSASSA-PSS over a hash that is given, RFC 8017, section 9.1: node:crypto signs messages only. The names follow the RFC.
 * The salt is as long as the hash, and the hash of the mask is the same one.
 */
const trailer = 0xbc;

/** Signs a hash. */
export function signPssDigest(key: KeyObject, hash: HashName, digest: Uint8Array, salt: Uint8Array): Buffer {
  const emLength = modulusBytes(key);
  const h = hashOf(hash, Buffer.alloc(8), digest, salt);
  const padding = Buffer.alloc(emLength - salt.length - h.length - 2);
  const db = Buffer.concat([padding, Buffer.of(1), salt]);
  const em = Buffer.concat([masked(hash, db, h), h, Buffer.of(trailer)]);
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, em);
}

/** Whether a signature is that of a hash. */
export function verifyPssDigest(key: KeyObject, hash: HashName, digest: Uint8Array, signature: Uint8Array): boolean {
  const em = opened(key, signature);
  if (em?.at(-1) !== trailer) return false;
  const h = em.subarray(em.length - 1 - digest.length, -1);
  const db = masked(hash, em.subarray(0, em.length - 1 - digest.length), h);
  const salt = db.subarray(db.length - digest.length);
  const padding = db.subarray(0, db.length - digest.length);
  const isPadding = padding.at(-1) === 1 && padding.subarray(0, -1).every((byte) => byte === 0);
  return isPadding && h.equals(hashOf(hash, Buffer.alloc(8), digest, salt));
}

function opened(key: KeyObject, signature: Uint8Array): Buffer | undefined {
  if (signature.length !== modulusBytes(key)) return undefined;
  try {
    return publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return undefined;
  }
}

/** Masks or unmasks; the highest bit is cleared, since the encoded message is one bit shorter than the modulus. */
function masked(hash: HashName, db: Buffer, seed: Buffer): Buffer {
  const mask = mgf1(hash, seed, db.length);
  const result = Buffer.from(db.map((byte, index) => byte ^ (mask[index] ?? 0)));
  result[0] = (result[0] ?? 0) & 0x7f;
  return result;
}

function mgf1(hash: HashName, seed: Buffer, length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let made = 0; made < length; made += seed.length) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(blocks.length);
    blocks.push(hashOf(hash, seed, counter));
  }
  return Buffer.concat(blocks).subarray(0, length);
}

function hashOf(hash: HashName, ...parts: readonly Uint8Array[]): Buffer {
  return createHash(hash).update(Buffer.concat(parts)).digest();
}

/** KMS's moduli are of 2048, 3072 and 4096 bits. */
function modulusBytes(key: KeyObject): number {
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}
