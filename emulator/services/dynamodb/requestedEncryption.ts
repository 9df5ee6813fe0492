import type { SSESpecification } from "@aws-sdk/client-dynamodb";
import { invalidParameter, validationException } from "./errors.ts";

/** What a request wants a table to be encrypted under. */
export type RequestedEncryption =
  | { readonly kind: "owned" }
  /** `keyId` is a key's id or ARN, or an alias or its ARN. */
  | { readonly kind: "kms"; readonly keyId: string };

/** The AWS managed key of DynamoDB. */
const awsManagedKey = "alias/aws/dynamodb";

/**
 * Reads an SSESpecification. None, and an empty one, mean the key that DynamoDB owns; `SSEType` KMS alone enables.
 * Throws ValidationException. Source of rules and messages: recorded answers.
 */
export function requestedEncryption(specification: SSESpecification = {}): RequestedEncryption {
  const { SSEType, KMSMasterKeyId } = specification;
  if (specification.Enabled === false) {
    if (SSEType !== undefined) throw invalidParameter("SSEType can not be specified if Enabled is false");
    if (KMSMasterKeyId !== undefined) throw invalidParameter("KMSMasterKeyId can not be specified if Enabled is false");
    return { kind: "owned" };
  }
  if (SSEType === "AES256") throw invalidParameter("SSEType AES256 is not supported");
  if (KMSMasterKeyId === undefined) {
    const isEnabled = specification.Enabled ?? SSEType !== undefined;
    return isEnabled ? { kind: "kms", keyId: awsManagedKey } : { kind: "owned" };
  }
  if (SSEType === undefined) throw invalidParameter("SSEType KMS is required if KMSMasterKeyId is specified");
  if (KMSMasterKeyId === "") throw emptyKeyId();
  return { kind: "kms", keyId: KMSMasterKeyId };
}

function emptyKeyId() {
  return validationException(
    "1 validation error detected: Value '' at 'sSESpecification.kMSMasterKeyId' failed to satisfy constraint: " +
      "Member must have length greater than or equal to 1",
  );
}
