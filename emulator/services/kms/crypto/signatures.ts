import { constants, createHash, sign, verify, type KeyObject } from "node:crypto";
import type { SigningAlgorithmSpec } from "@aws-sdk/client-kms";
import type { RandomSource } from "../../../randomSource.ts";
import { signEcdsaDigest, verifyEcdsaDigest } from "./ecdsaDigest.ts";
import { signPkcs1Digest, verifyPkcs1Digest } from "./pkcs1Digest.ts";
import { signPssDigest, verifyPssDigest } from "./pssDigest.ts";

export type HashName = "sha256" | "sha384" | "sha512";

/** A signing algorithm that is carried. */
export interface SigningScheme {
  readonly scheme: "pkcs1" | "pss" | "ecdsa" | "ed25519";
  readonly hash: HashName;
}

/** Absent: SM2 and ML-DSA, and the pre-hashed kind of Ed25519, which node:crypto does not have. */
export const signingSchemes: Partial<Record<SigningAlgorithmSpec, SigningScheme>> = {
  RSASSA_PKCS1_V1_5_SHA_256: { scheme: "pkcs1", hash: "sha256" },
  RSASSA_PKCS1_V1_5_SHA_384: { scheme: "pkcs1", hash: "sha384" },
  RSASSA_PKCS1_V1_5_SHA_512: { scheme: "pkcs1", hash: "sha512" },
  RSASSA_PSS_SHA_256: { scheme: "pss", hash: "sha256" },
  RSASSA_PSS_SHA_384: { scheme: "pss", hash: "sha384" },
  RSASSA_PSS_SHA_512: { scheme: "pss", hash: "sha512" },
  ECDSA_SHA_256: { scheme: "ecdsa", hash: "sha256" },
  ECDSA_SHA_384: { scheme: "ecdsa", hash: "sha384" },
  ECDSA_SHA_512: { scheme: "ecdsa", hash: "sha512" },
  ED25519_SHA_512: { scheme: "ed25519", hash: "sha512" },
};

/** The length of a hash in bytes. */
export function hashBytes(hash: HashName): number {
  return createHash(hash).digest().length;
}

/** Signs a message. Salts of PSS are as long as the hash. Source: KMS Developer Guide, "RSA key specs for signing". */
export function signMessage(key: KeyObject, scheme: SigningScheme, message: Uint8Array): Buffer {
  return sign(nodeHash(scheme), message, { key, ...padding(scheme) });
}

/** Whether a signature of a message is the key's. */
export function verifyMessage(
  key: KeyObject,
  scheme: SigningScheme,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(nodeHash(scheme), message, { key, ...padding(scheme) }, signature);
}

/** Signs what is a hash already; node:crypto itself would hash it again. */
export function signDigest(
  key: KeyObject,
  { scheme, hash }: SigningScheme,
  digest: Uint8Array,
  random: RandomSource,
): Buffer {
  if (scheme === "pkcs1") return signPkcs1Digest(key, hash, digest);
  if (scheme === "pss") return signPssDigest(key, hash, digest, random.bytes(digest.length));
  return signEcdsaDigest(key, digest, random);
}

/** Whether a signature is that of a hash. */
export function verifyDigest(
  key: KeyObject,
  { scheme, hash }: SigningScheme,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (scheme === "pkcs1") return verifyPkcs1Digest(key, hash, digest, signature);
  if (scheme === "pss") return verifyPssDigest(key, hash, digest, signature);
  return verifyEcdsaDigest(key, hash, digest, signature);
}

/** Ed25519 has its hash built in. */
function nodeHash({ scheme, hash }: SigningScheme): HashName | null {
  return scheme === "ed25519" ? null : hash;
}

function padding({ scheme }: SigningScheme): { padding?: number; saltLength?: number } {
  if (scheme === "pkcs1") return { padding: constants.RSA_PKCS1_PADDING };
  if (scheme !== "pss") return {};
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
