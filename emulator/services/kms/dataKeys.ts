import { createPublicKey } from "node:crypto";
import type { DataKeyPairSpec, DataKeySpec } from "@aws-sdk/client-kms";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { defaultAlgorithm, encryptUnder } from "./encryption.ts";
import { stopDryRun } from "./dryRun.ts";
import { findKey } from "./findKey.ts";
import { generateSecret } from "./generateSecret.ts";
import { checkGrantTokens } from "./grantToken.ts";
import { keyAccess } from "./keyAccess.ts";
import { isCarried, keyKind } from "./keyKinds.ts";
import type { KmsKey } from "./kmsKey.ts";
import { noteUse, requireDataKeyUse } from "./keyUse.ts";

/** What all four operations that make data keys are asked. */
interface DataKeyRequest {
  readonly KeyId: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly GrantTokens?: readonly string[];
  readonly DryRun?: boolean;
}

type SingleKeyRequest = DataKeyRequest & { readonly KeySpec?: DataKeySpec; readonly NumberOfBytes?: number };
type PairRequest = DataKeyRequest & { readonly KeyPairSpec: DataKeyPairSpec };
type SingleKeyOperation = "GenerateDataKey" | "GenerateDataKeyWithoutPlaintext";
type PairOperation = "GenerateDataKeyPair" | "GenerateDataKeyPairWithoutPlaintext";

const bytesOf: Readonly<Record<DataKeySpec, number>> = { AES_128: 16, AES_256: 32 };

/** The permission to make a data key or a pair. */
export function dataKeyAccess(
  context: CallContext,
  { KeyId, EncryptionContext, GrantTokens }: DataKeyRequest,
  operation: SingleKeyOperation | PairOperation,
  pairSpec?: DataKeyPairSpec,
): NeededAccess[] {
  checkGrantTokens(context, GrantTokens);
  const conditions = { "kms:EncryptionAlgorithm": defaultAlgorithm, "kms:DataKeyPairSpec": pairSpec };
  const request = { keyName: KeyId, encryptionContext: EncryptionContext, grantTokens: GrantTokens, conditions };
  return [keyAccess(context, findKey(context, KeyId), `kms:${operation}`, request)];
}

/** Makes a data key and encrypts it. Throws ValidationException unless either a length or a spec is given. */
export function makeDataKey(context: CallContext, request: SingleKeyRequest, operation: SingleKeyOperation) {
  const length = lengthOf(request);
  const key = findKey(context, request.KeyId);
  requireDataKeyUse(key, `kms:${operation}`, operation);
  stopDryRun(request.DryRun);
  const plaintext = context.instance.random.fleeting.bytes(length);
  return { plaintext, ...sealed(context, key, plaintext, request, operation) };
}

/** Makes a pair of keys and encrypts the private one. Throws UnsupportedOperationException for a spec that is not carried. */
export async function makeDataKeyPair(context: CallContext, request: PairRequest, operation: PairOperation) {
  const { KeyPairSpec } = request;
  const key = findKey(context, request.KeyId);
  requireDataKeyUse(key, `kms:${operation}`, operation);
  if (!isCarried(KeyPairSpec)) throw notCarried(KeyPairSpec);
  stopDryRun(request.DryRun);
  const secret = await generateSecret(keyKind(KeyPairSpec).material, context.instance.random.fleeting);
  const plaintext = secret.export({ type: "pkcs8", format: "der" });
  const publicKey = createPublicKey(secret).export({ type: "spki", format: "der" });
  return { plaintext, publicKey, ...sealed(context, key, plaintext, request, operation) };
}

function sealed(
  context: CallContext,
  key: KmsKey,
  plaintext: Buffer,
  { EncryptionContext: encryptionContext }: DataKeyRequest,
  operation: SingleKeyOperation | PairOperation,
) {
  const blob = encryptUnder(context, key, plaintext, { encryptionContext });
  noteUse(context, key, operation);
  return { blob, key: { KeyId: key.arn, KeyMaterialId: key.currentMaterial.id } };
}

function lengthOf({ KeySpec, NumberOfBytes }: SingleKeyRequest): number {
  if (KeySpec !== undefined && NumberOfBytes === undefined) return bytesOf[KeySpec];
  if (KeySpec === undefined && NumberOfBytes !== undefined) return NumberOfBytes;
  throw new AwsError("ValidationException", "Please specify either number of bytes or key spec.");
}

function notCarried(spec: string): AwsError {
  return new AwsError("UnsupportedOperationException", `The embedded AWS does not carry KeyPairSpec ${spec}.`);
}
