import type {
  EncryptionAlgorithmSpec,
  GrantOperation,
  KeyAgreementAlgorithmSpec,
  MacAlgorithmSpec,
  SigningAlgorithmSpec,
} from "@aws-sdk/client-kms";

/** A key usage that is carried. */
export type KeyUsage = "ENCRYPT_DECRYPT" | "SIGN_VERIFY" | "GENERATE_VERIFY_MAC" | "KEY_AGREEMENT";

/** What the material of a key is made of. */
export type MaterialShape =
  | { readonly type: "secret"; readonly bytes: number }
  | { readonly type: "rsa"; readonly modulusBits: number }
  | { readonly type: "ec"; readonly curve: string }
  | { readonly type: "ed25519" };

/** What a key spec can be used for, and with which algorithms. */
export interface KeyKind {
  readonly usages: readonly KeyUsage[];
  readonly material: MaterialShape;
  readonly encryption?: readonly EncryptionAlgorithmSpec[];
  readonly signing?: readonly SigningAlgorithmSpec[];
  readonly mac?: readonly MacAlgorithmSpec[];
  readonly agreement?: readonly KeyAgreementAlgorithmSpec[];
}

/**
 * The key specs that are carried. Source: KMS Developer Guide, "Key spec reference".
 * Not carried, because node:crypto does not have their algorithms in every version: SM2 and ML-DSA.
 */
export const keyKinds = {
  SYMMETRIC_DEFAULT: {
    usages: ["ENCRYPT_DECRYPT"],
    material: { type: "secret", bytes: 32 },
    encryption: ["SYMMETRIC_DEFAULT"],
  },
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  ECC_NIST_P256: nistCurve("P-256", "ECDSA_SHA_256"),
  ECC_NIST_P384: nistCurve("P-384", "ECDSA_SHA_384"),
  ECC_NIST_P521: nistCurve("P-521", "ECDSA_SHA_512"),
  ECC_SECG_P256K1: {
    usages: ["SIGN_VERIFY"],
    material: { type: "ec", curve: "secp256k1" },
    signing: ["ECDSA_SHA_256"],
  },
  ECC_NIST_EDWARDS25519: {
    usages: ["SIGN_VERIFY"],
    material: { type: "ed25519" },
    signing: ["ED25519_SHA_512", "ED25519_PH_SHA_512"],
  },
  HMAC_224: hmac(28, "HMAC_SHA_224"),
  HMAC_256: hmac(32, "HMAC_SHA_256"),
  HMAC_384: hmac(48, "HMAC_SHA_384"),
  HMAC_512: hmac(64, "HMAC_SHA_512"),
} as const satisfies Record<string, KeyKind>;

/** A key spec that is carried. */
export type CarriedKeySpec = keyof typeof keyKinds;

/** Whether a key spec is carried. */
export function isCarried(spec: string): spec is CarriedKeySpec {
  return Object.hasOwn(keyKinds, spec);
}

/** What is known of a carried key spec. */
export function keyKind(spec: CarriedKeySpec): KeyKind {
  return keyKinds[spec];
}

/** Whether a key of this spec and usage has an algorithm. */
export function hasAlgorithm(spec: CarriedKeySpec, usage: KeyUsage, algorithm: string): boolean {
  const names: readonly string[] = keyKind(spec)[algorithmLists[usage]] ?? [];
  return names.includes(algorithm);
}

/** The algorithms of a key of this spec and usage. Members that the usage does not have are absent. */
export function algorithmsOf(spec: CarriedKeySpec, usage: KeyUsage): Pick<KeyKind, AlgorithmList> {
  const kind = keyKind(spec);
  const member = algorithmLists[usage];
  return { [member]: kind[member] };
}

type AlgorithmList = "encryption" | "signing" | "mac" | "agreement";

const algorithmLists: Readonly<Record<KeyUsage, AlgorithmList>> = {
  ENCRYPT_DECRYPT: "encryption",
  SIGN_VERIFY: "signing",
  GENERATE_VERIFY_MAC: "mac",
  KEY_AGREEMENT: "agreement",
};

const forAnyKey = ["CreateGrant", "DescribeKey", "RetireGrant"] as const;
const withPublicKey = [...forAnyKey, "GetPublicKey"] as const;
const encryption = ["Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo"] as const;

/** Source: KMS Developer Guide, "Grants in AWS KMS", grant operations by type of key. */
export function grantOperationsOf(spec: CarriedKeySpec, usage: KeyUsage): readonly GrantOperation[] {
  if (usage === "SIGN_VERIFY") return [...withPublicKey, "Sign", "Verify"];
  if (usage === "GENERATE_VERIFY_MAC") return [...forAnyKey, "GenerateMac", "VerifyMac"];
  if (usage === "KEY_AGREEMENT") return [...withPublicKey, "DeriveSharedSecret"];
  if (spec !== "SYMMETRIC_DEFAULT") return [...withPublicKey, ...encryption];
  return [
    ...forAnyKey,
    ...encryption,
    "GenerateDataKey",
    "GenerateDataKeyPair",
    "GenerateDataKeyPairWithoutPlaintext",
    "GenerateDataKeyWithoutPlaintext",
  ];
}

function rsa(modulusBits: number): KeyKind {
  return {
    usages: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"],
    material: { type: "rsa", modulusBits },
    encryption: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"],
    signing: [
      "RSASSA_PKCS1_V1_5_SHA_256",
      "RSASSA_PKCS1_V1_5_SHA_384",
      "RSASSA_PKCS1_V1_5_SHA_512",
      "RSASSA_PSS_SHA_256",
      "RSASSA_PSS_SHA_384",
      "RSASSA_PSS_SHA_512",
    ],
  };
}

function nistCurve(curve: string, algorithm: SigningAlgorithmSpec): KeyKind {
  return {
    usages: ["SIGN_VERIFY", "KEY_AGREEMENT"],
    material: { type: "ec", curve },
    signing: [algorithm],
    agreement: ["ECDH"],
  };
}

function hmac(bytes: number, algorithm: MacAlgorithmSpec): KeyKind {
  return { usages: ["GENERATE_VERIFY_MAC"], material: { type: "secret", bytes }, mac: [algorithm] };
}
