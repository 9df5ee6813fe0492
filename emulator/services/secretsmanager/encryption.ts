import { createCipheriv, createDecipheriv } from "node:crypto";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { newDataKey, unwrap, wrap, type ValueIdentity, type WrappedKey } from "./dataKeys.ts";
import type { SecretValue } from "./secretValue.ts";

/** A value, encrypted under a data key of its own with AES-256-GCM. */
export interface ProtectedValue {
  readonly kind: "string" | "binary";
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
  /** Any of these opens the value; the newest is the last. */
  readonly wrappedKeys: readonly WrappedKey[];
}

const algorithm = "aes-256-gcm";

/**
 * Encrypts a value under a new data key, which the caller must be allowed to have made.
 * Throws AccessDeniedException "Access to KMS is not allowed", or EncryptionFailure.
 */
export async function protect(
  context: CallContext,
  identity: ValueIdentity,
  kmsKeyId: string | undefined,
  value: SecretValue,
): Promise<ProtectedValue> {
  const { plaintext: dataKey, wrapped } = await newDataKey(context, identity, kmsKeyId);
  const nonce = context.instance.random.fleeting.bytes(12);
  const cipher = createCipheriv(algorithm, dataKey, nonce);
  const bytes = value.SecretBinary ?? Buffer.from(value.SecretString ?? "", "utf8");
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const kind = value.SecretBinary ? "binary" : "string";
  return { kind, nonce, ciphertext, tag: cipher.getAuthTag(), wrappedKeys: [wrapped] };
}

/**
 * Decrypts a value as the caller, who must be allowed to decrypt its data key.
 * Throws AccessDeniedException "Access to KMS is not allowed", or DecryptionFailure.
 */
export async function reveal(
  context: CallContext,
  identity: ValueIdentity,
  { kind, nonce, ciphertext, tag, wrappedKeys }: ProtectedValue,
): Promise<SecretValue> {
  const dataKey = await unwrap(context, identity, wrappedKeys);
  const decipher = createDecipheriv(algorithm, dataKey, nonce).setAuthTag(tag);
  const bytes = Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  return kind === "binary" ? { SecretBinary: bytes } : { SecretString: bytes.toString("utf8") };
}

/**
 * The same value under the key of a replica, and no other. The caller must be allowed to decrypt here and to encrypt there.
 * Throws AccessDeniedException "Access to KMS is not allowed", DecryptionFailure, or EncryptionFailure.
 */
export async function copyTo(
  context: CallContext,
  from: ValueIdentity,
  to: ValueIdentity,
  kmsKeyId: string | undefined,
  value: ProtectedValue,
): Promise<ProtectedValue> {
  const dataKey = await unwrap(context, from, value.wrappedKeys);
  return { ...value, wrappedKeys: [await wrap(context, to, kmsKeyId, dataKey)] };
}

/**
 * Makes a value readable under another key as well. A caller who may not decrypt it, or not encrypt under the other key,
 * leaves it as it is. Source: Secrets Manager User Guide, "Change the encryption key for an AWS Secrets Manager secret".
 */
export async function addKey(
  context: CallContext,
  identity: ValueIdentity,
  kmsKeyId: string | undefined,
  value: ProtectedValue,
): Promise<ProtectedValue> {
  try {
    const dataKey = await unwrap(context, identity, value.wrappedKeys);
    const wrapped = await wrap(context, identity, kmsKeyId, dataKey);
    const others = value.wrappedKeys.filter((known) => known.kmsKeyId !== kmsKeyId);
    return { ...value, wrappedKeys: [...others, wrapped] };
  } catch (error) {
    if (error instanceof AwsError) return value;
    throw error;
  }
}
