import { constants, createPublicKey, privateDecrypt, publicEncrypt, type KeyObject } from "node:crypto";
import type { EncryptionAlgorithmSpec } from "@aws-sdk/client-kms";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { ciphertextsKey, findKeyOfCiphertext, invalidCiphertext, open, seal } from "./ciphertext.ts";
import { findKey } from "./findKey.ts";
import type { KmsKey } from "./kmsKey.ts";
import { requireMember } from "./requireMember.ts";
import { storeOf } from "./storeOf.ts";

type Pairs = Readonly<Record<string, string>>;

/** A ciphertext, and the key that opens it. */
export interface EncryptedMessage {
  readonly key: KmsKey;
  /** What refusals call the key before other accounts, if the ciphertext and not the caller named it. */
  readonly undisclosedAs?: string;
  open(encryptionContext?: Pairs): { readonly plaintext: Buffer; readonly materialId?: string };
}

/** What a request says about a ciphertext. */
export interface EncryptedRequest {
  readonly blob: Uint8Array | undefined;
  readonly keyName: string | undefined;
  readonly algorithm: EncryptionAlgorithmSpec | undefined;
  readonly action: string;
}

const oaepHashes: Partial<Record<EncryptionAlgorithmSpec, "sha1" | "sha256">> = {
  RSAES_OAEP_SHA_1: "sha1",
  RSAES_OAEP_SHA_256: "sha256",
};
const hashBytes = { sha1: 20, sha256: 32 };

/** The algorithm of a request that names none. */
export const defaultAlgorithm = "SYMMETRIC_DEFAULT";

/** Encrypts under a key that has the algorithm. Throws ValidationException for more than the algorithm can take. */
export function encryptUnder(
  context: CallContext,
  key: KmsKey,
  plaintext: Uint8Array,
  { algorithm, encryptionContext }: { algorithm?: EncryptionAlgorithmSpec; encryptionContext?: Pairs },
): Buffer {
  const oaepHash = algorithm && oaepHashes[algorithm];
  if (!oaepHash) return seal(storeOf(context, key), key, plaintext, encryptionContext ?? {}, context.instance.random);
  refuseEncryptionContext(encryptionContext);
  const publicKey = createPublicKey(key.currentMaterial.secret);
  const maximum = (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8 - 2 * hashBytes[oaepHash] - 2;
  if (plaintext.length > maximum) {
    throw new AwsError(
      "ValidationException",
      `Algorithm ${algorithm} and key spec ${key.spec} cannot encrypt data larger than ${maximum} bytes.`,
    );
  }
  return publicEncrypt(oaep(publicKey, oaepHash), plaintext);
}

/**
 * Finds the key of a ciphertext: symmetric ones name it themselves, for others the caller has to.
 * Throws what {@link findKeyOfCiphertext} throws.
 */
export function encryptedMessage(context: CallContext, request: EncryptedRequest): EncryptedMessage {
  // The API model lets the ciphertext be absent, for a dry run without one, which is not carried.
  const blob = requireMember(request.blob, "ciphertextBlob");
  const oaepHash = request.algorithm && oaepHashes[request.algorithm];
  if (!oaepHash) {
    const sealed = findKeyOfCiphertext(context, blob, request.action);
    return { key: sealed.key, undisclosedAs: ciphertextsKey, open: (pairs = {}) => open(sealed, pairs) };
  }
  const key = findKey(context, requireMember(request.keyName, "keyId"));
  return {
    key,
    open: (pairs) => {
      refuseEncryptionContext(pairs);
      return { plaintext: openOaep(key.currentMaterial.secret, oaepHash, blob) };
    },
  };
}

/** Throws IncorrectKeyException if the caller names another key than the ciphertext does. Source of the message: recorded answers. */
export function requireNamedKey(context: CallContext, { key }: EncryptedMessage, keyName: string | undefined): void {
  if (keyName === undefined || findKey(context, keyName) === key) return;
  throw new AwsError(
    "IncorrectKeyException",
    "The key ID in the request does not identify a CMK that can perform this operation.",
  );
}

function openOaep(privateKey: KeyObject, oaepHash: "sha1" | "sha256", blob: Uint8Array): Buffer {
  try {
    return privateDecrypt(oaep(privateKey, oaepHash), blob);
  } catch {
    throw invalidCiphertext();
  }
}

function oaep(key: KeyObject, oaepHash: "sha1" | "sha256") {
  return { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash };
}

/** Source: KMS Developer Guide, "Encryption context": asymmetric keys take none. The message is not recorded anywhere. */
function refuseEncryptionContext(pairs: Pairs = {}): void {
  if (Object.keys(pairs).length === 0) return;
  throw new AwsError("ValidationException", "EncryptionContext is not supported when using an asymmetric KMS key.");
}
