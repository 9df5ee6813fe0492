import type { KeyUse } from "../policies/consoleKeyPolicy.ts";
import type { Rule } from "./rule.ts";

/** What a key can be used for. The provider `aws` does not know `KEY_AGREEMENT`. */
export type KeyUsage = "ENCRYPT_DECRYPT" | "SIGN_VERIFY" | "GENERATE_VERIFY_MAC";

const keySpecs = {
  SYMMETRIC_DEFAULT: ["ENCRYPT_DECRYPT"],
  RSA_2048: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
  RSA_3072: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
  RSA_4096: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
  ECC_NIST_P256: ["SIGN_VERIFY"],
  ECC_NIST_P384: ["SIGN_VERIFY"],
  ECC_NIST_P521: ["SIGN_VERIFY"],
  ECC_SECG_P256K1: ["SIGN_VERIFY"],
  ECC_NIST_EDWARDS25519: ["SIGN_VERIFY"],
  ML_DSA_44: ["SIGN_VERIFY"],
  ML_DSA_65: ["SIGN_VERIFY"],
  ML_DSA_87: ["SIGN_VERIFY"],
  SM2: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
  HMAC_224: ["GENERATE_VERIFY_MAC"],
  HMAC_256: ["GENERATE_VERIFY_MAC"],
  HMAC_384: ["GENERATE_VERIFY_MAC"],
  HMAC_512: ["GENERATE_VERIFY_MAC"],
} as const satisfies Record<string, readonly [KeyUsage, ...KeyUsage[]]>;

/**
 * The kind of key material. Source: KMS API Reference, CreateKey.
 *
 * @useDeclaredType
 */
export type KeySpec = keyof typeof keySpecs;

/** Every key spec that a key may have. */
export const keySpec: Rule<string> = {
  allowed: Object.keys(keySpecs).join(", "),
  accepts: (spec) => Object.hasOwn(keySpecs, spec),
};

/** What a key of this spec is used for unless something else is said: the first of its usages. */
export function defaultKeyUsage(spec: KeySpec): KeyUsage {
  return keySpecs[spec][0];
}

/** The usages that a key of this spec may have. */
export function keyUsageOf(spec: KeySpec): Rule<KeyUsage> {
  const usages: readonly KeyUsage[] = keySpecs[spec];
  return { allowed: `${usages.join(" or ")} for keySpec ${spec}`, accepts: (usage) => usages.includes(usage) };
}

/**
 * Whether a key of this spec may rotate by itself: KMS rotates only symmetric encryption keys, neither asymmetric nor
 * HMAC keys. Source: KMS API Reference, EnableKeyRotation.
 */
export function rotationOf(spec: KeySpec): Rule<boolean> {
  return {
    allowed: `false for keySpec ${spec}, as KMS rotates only symmetric encryption keys (SYMMETRIC_DEFAULT)`,
    accepts: (enabled) => !enabled || spec === "SYMMETRIC_DEFAULT",
  };
}

/**
 * The keys that AWS services encrypt with. DynamoDB answers "InternalServerError" for any other.
 * Source: KMS Developer Guide, "Using AWS KMS encryption with AWS services".
 */
export const serviceKeySpec: Rule<KeySpec> = {
  allowed: "a symmetric encryption key (SYMMETRIC_DEFAULT)",
  accepts: (spec) => spec === "SYMMETRIC_DEFAULT",
};

/** What key users do with a key, in the words of the console key policy. */
export function keyUse(spec: KeySpec, usage: KeyUsage): KeyUse {
  if (usage === "SIGN_VERIFY") return "signing";
  if (usage === "GENERATE_VERIFY_MAC") return "message authentication";
  return spec === "SYMMETRIC_DEFAULT" ? "symmetric encryption" : "asymmetric encryption";
}
