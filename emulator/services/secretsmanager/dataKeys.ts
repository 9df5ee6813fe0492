import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { Operation } from "../../operation.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { encrypt } from "../kms/operations/encrypt.ts";
import { generateDataKey } from "../kms/operations/generateDataKey.ts";
import { regionOf } from "./secret.ts";

/** A data key, encrypted under a KMS key. */
export interface WrappedKey {
  /** The KMS key as the secret named it; `undefined` for `aws/secretsmanager`. */
  readonly kmsKeyId: string | undefined;
  readonly blob: Uint8Array;
}

/** Which value of which secret: part of every KMS call, and of the CloudTrail records of KMS. */
export interface ValueIdentity {
  readonly secretArn: string;
  readonly versionId: string;
}

/** Source: Secrets Manager User Guide, "Secret encryption and decryption", on the validation of a key. */
const validationVersionId = "RequestToValidateKeyAccess";

/** Has a data key made, as the caller. Throws AccessDeniedException "Access to KMS is not allowed", or EncryptionFailure. */
export async function newDataKey(
  context: CallContext,
  identity: ValueIdentity,
  kmsKeyId: string | undefined,
): Promise<{ plaintext: Uint8Array; wrapped: WrappedKey }> {
  const EncryptionContext = encryptionContext(identity);
  const input = { KeyId: keyName(context, identity, kmsKeyId), KeySpec: "AES_256", EncryptionContext } as const;
  const { Plaintext, CiphertextBlob } = await askKms(context, identity, generateDataKey, input, encryptionFailure);
  return { plaintext: present(Plaintext), wrapped: { kmsKeyId, blob: present(CiphertextBlob) } };
}

/** Encrypts a data key under another KMS key, as the caller. Throws as {@link newDataKey}. */
export async function wrap(
  context: CallContext,
  identity: ValueIdentity,
  kmsKeyId: string | undefined,
  dataKey: Uint8Array,
): Promise<WrappedKey> {
  const KeyId = keyName(context, identity, kmsKeyId);
  const input = { KeyId, Plaintext: dataKey, EncryptionContext: encryptionContext(identity) };
  const { CiphertextBlob } = await askKms(context, identity, encrypt, input, encryptionFailure);
  return { kmsKeyId, blob: present(CiphertextBlob) };
}

/**
 * Decrypts a data key, as the caller. The newest KMS key is asked first; a caller whom it keeps out may still come in by
 * an older one. Throws AccessDeniedException "Access to KMS is not allowed", or DecryptionFailure.
 */
export async function unwrap(
  context: CallContext,
  identity: ValueIdentity,
  wrappedKeys: readonly WrappedKey[],
): Promise<Uint8Array> {
  let refusal: AwsError | undefined;
  for (const { blob } of wrappedKeys.toReversed()) {
    try {
      const input = { CiphertextBlob: blob, EncryptionContext: encryptionContext(identity) };
      return present((await askKms(context, identity, decrypt, input, decryptionFailure)).Plaintext);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new Error(`The value ${identity.versionId} of ${identity.secretArn} has no data key.`);
}

/** Asks KMS whether the caller may use a key that a secret is about to get. Throws as {@link newDataKey} and {@link unwrap}. */
export async function validateKey(context: CallContext, secretArn: string, kmsKeyId: string): Promise<void> {
  const wrapped = await validateKeyOfReplica(context, secretArn, kmsKeyId);
  await unwrap(context, { secretArn, versionId: validationVersionId }, [wrapped]);
}

/**
 * As {@link validateKey}, for the key of a replica, which nobody needs to decrypt with to replicate.
 * Source: Secrets Manager API Reference, ReplicateSecretToRegions, "Required permissions". Throws as {@link newDataKey}.
 */
export async function validateKeyOfReplica(
  context: CallContext,
  secretArn: string,
  kmsKeyId: string,
): Promise<WrappedKey> {
  const { wrapped } = await newDataKey(context, { secretArn, versionId: validationVersionId }, kmsKeyId);
  return wrapped;
}

async function askKms<Input, Output extends object>(
  context: CallContext,
  { secretArn }: ValueIdentity,
  operation: Operation<Input, Output>,
  input: Input,
  failure: AwsErrorText,
): Promise<Output> {
  try {
    // A replica's key is in the replica's region, wherever the call was made.
    return await context.callAsCaller("secretsmanager", operation, input, regionOf(secretArn));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const [code, message] = error.code === "AccessDeniedException" ? accessDenied : failure;
    throw new AwsError(code, message);
  }
}

type AwsErrorText = readonly [code: string, message: string];

/** Source: recorded answers. */
const accessDenied: AwsErrorText = ["AccessDeniedException", "Access to KMS is not allowed"];
/** Source: Secrets Manager API Reference, errors of CreateSecret and GetSecretValue. */
const encryptionFailure: AwsErrorText = [
  "EncryptionFailure",
  "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
];
const decryptionFailure: AwsErrorText = [
  "DecryptionFailure",
  "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
];

/** The key as KMS finds it for the caller. A key that the secret's owner names without its account is the owner's. */
function keyName(context: CallContext, { secretArn }: ValueIdentity, kmsKeyId = "alias/aws/secretsmanager"): string {
  const owner = secretArn.split(":")[4] ?? "";
  if (owner === context.accountId || kmsKeyId.startsWith("arn:")) return kmsKeyId;
  const resource = kmsKeyId.startsWith("alias/") ? kmsKeyId : `key/${kmsKeyId}`;
  return `arn:aws:kms:${regionOf(secretArn)}:${owner}:${resource}`;
}

function encryptionContext({ secretArn, versionId }: ValueIdentity): Record<string, string> {
  return { SecretARN: secretArn, SecretVersionId: versionId };
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error("KMS answered without the bytes it was asked for.");
  return bytes;
}
