import type { MessageType, SigningAlgorithmSpec } from "@aws-sdk/client-kms";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { hashBytes, signingSchemes, type SigningScheme } from "./crypto/signatures.ts";
import { findKey } from "./findKey.ts";
import { checkGrantTokens } from "./grantToken.ts";
import { keyAccess } from "./keyAccess.ts";
import { requireUse } from "./keyUse.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What Sign and Verify are both asked. */
interface SigningRequest {
  readonly KeyId: string;
  readonly Message: Uint8Array;
  readonly MessageType?: MessageType;
  readonly SigningAlgorithm: SigningAlgorithmSpec;
  readonly GrantTokens?: readonly string[];
}

/** The permission to sign or to verify. */
export function signingAccess(
  context: CallContext,
  { KeyId, MessageType = "RAW", SigningAlgorithm, GrantTokens }: SigningRequest,
  operation: "Sign" | "Verify",
): NeededAccess[] {
  checkGrantTokens(context, GrantTokens);
  const conditions = { "kms:MessageType": MessageType, "kms:SigningAlgorithm": SigningAlgorithm };
  return [
    keyAccess(context, findKey(context, KeyId), `kms:${operation}`, {
      keyName: KeyId,
      grantTokens: GrantTokens,
      conditions,
    }),
  ];
}

/** What CloudTrail keeps of a request. Source: KMS Developer Guide, "Sign" among the examples of log entries. */
export function signingRequest({ KeyId, MessageType = "RAW", SigningAlgorithm }: SigningRequest): object {
  return { messageType: MessageType, keyId: KeyId, signingAlgorithm: SigningAlgorithm };
}

/**
 * The key and the scheme of a request. Throws InvalidKeyUsageException for what the key cannot do, ValidationException for
 * a hash of another length (recorded) and for messages of another type than the algorithm takes (not recorded anywhere),
 * and UnsupportedOperationException for algorithms that are not carried.
 */
export function signingKey(
  context: CallContext,
  request: SigningRequest,
  operation: "Sign" | "Verify",
): { readonly key: KmsKey; readonly scheme: SigningScheme } {
  const { KeyId, SigningAlgorithm: algorithm } = request;
  const key = findKey(context, KeyId);
  requireUse(key, { action: `kms:${operation}`, operation, usage: "SIGN_VERIFY", algorithm });
  const scheme = signingSchemes[algorithm];
  if (!scheme) {
    const message = `The embedded AWS does not carry SigningAlgorithm ${algorithm}: node:crypto does not have it.`;
    throw new AwsError("UnsupportedOperationException", message);
  }
  checkMessage(request, scheme);
  return { key, scheme };
}

function checkMessage({ Message, MessageType = "RAW", SigningAlgorithm }: SigningRequest, scheme: SigningScheme): void {
  if (MessageType === "RAW") return;
  if (MessageType !== "DIGEST" || scheme.scheme === "ed25519") {
    throw invalid(`Message type ${MessageType} is not compatible with algorithm ${SigningAlgorithm}.`);
  }
  if (Message.length === hashBytes(scheme.hash)) return;
  throw invalid(`Digest is invalid length for algorithm ${SigningAlgorithm}.`);
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
