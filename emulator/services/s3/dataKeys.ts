import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { awsManagedKey } from "../kms/awsManagedKeys.ts";
import { decrypt } from "../kms/operations/decrypt.ts";
import { generateDataKey } from "../kms/operations/generateDataKey.ts";
import type { Bucket, Encryption, ObjectContent } from "./bucket.ts";
import { arnOf } from "./s3Access.ts";
import { open, seal } from "../../sealed.ts";

/** What an object is encrypted with, in the clear and as it is kept. */
interface DataKey {
  readonly plaintext: Uint8Array;
  readonly kept: ObjectContent["dataKey"];
}

/**
 * Makes the data key of a new object: under S3's own key, or under a KMS key that the caller must be allowed to use.
 * Throws KMS's errors as S3 words them. Source: S3 User Guide, "Using server-side encryption with AWS KMS keys".
 */
export async function newDataKey(
  context: CallContext,
  bucket: Bucket,
  key: string,
  { algorithm, kmsKeyId, usesBucketKey }: Encryption,
  extraContext: string | undefined,
): Promise<DataKey> {
  const { random, s3 } = context.instance;
  if (algorithm === "AES256") {
    const plaintext = random.bytes(32);
    return { plaintext, kept: { owned: seal(s3.ownedKey, plaintext, random) } };
  }
  const encryptionContext = {
    ...readContext(extraContext),
    "aws:s3:arn": usesBucketKey ? arnOf(bucket.name) : arnOf(bucket.name, key),
  };
  const KeyId = kmsKeyId ?? awsManagedKey(context, "s3").arn;
  const input = { KeyId, KeySpec: "AES_256", EncryptionContext: encryptionContext } as const;
  const made = await askKms(context.callAsCaller("s3", generateDataKey, input, bucket.region));
  if (!made.Plaintext || !made.CiphertextBlob || !made.KeyId) throw new Error("KMS has made no complete data key.");
  return {
    plaintext: made.Plaintext,
    kept: { blob: made.CiphertextBlob, encryptionContext, keyArn: made.KeyId, usesBucketKey },
  };
}

/** The data key of an object in the clear: under KMS, the caller must be allowed to decrypt it. Throws as {@link newDataKey}. */
export async function openDataKey(
  context: CallContext,
  bucket: Bucket,
  kept: ObjectContent["dataKey"],
): Promise<Uint8Array> {
  if ("owned" in kept) return open(context.instance.s3.ownedKey, kept.owned);
  const input = { CiphertextBlob: kept.blob, EncryptionContext: { ...kept.encryptionContext } };
  const { Plaintext } = await askKms(context.callAsCaller("s3", decrypt, input, bucket.region));
  if (!Plaintext) throw new Error("KMS has decrypted an object's key without giving it.");
  return Plaintext;
}

/** Source: public transcripts. A denial keeps KMS's sentence. */
async function askKms<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code === "AccessDeniedException") throw new AwsError("AccessDenied", error.message, { status: 403 });
    throw new AwsError(`KMS.${error.code}`, error.message);
  }
}

function readContext(text: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  const parsed = parseContext(text);
  const pairs = typeof parsed === "object" && parsed !== null ? Object.entries(parsed) : undefined;
  if (pairs?.every((pair): pair is [string, string] => typeof pair[1] === "string")) return Object.fromEntries(pairs);
  throw new AwsError(
    "InvalidArgument",
    "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map",
  );
}

function parseContext(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    return undefined;
  }
}
