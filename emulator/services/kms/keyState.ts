import { AwsError } from "../../awsError.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * The key states that operations ask for. Each function throws what AWS answers in any other state, marked as a decision
 * of the key's state. Source: KMS Developer Guide, "Key states of AWS KMS keys".
 */
export function requireEnabled(key: KmsKey, action: string): void {
  requireNotPendingDeletion(key, action);
  if (key.state === "Disabled") throw stateError("DisabledException", key, action, "is disabled.");
}

/** See {@link requireEnabled}: enabled or disabled will do. */
export function requireNotPendingDeletion(key: KmsKey, action: string): void {
  if (key.state !== "PendingDeletion") return;
  throw stateError("KMSInvalidStateException", key, action, "is pending deletion.");
}

/** See {@link requireEnabled}: the deletion can be cancelled. */
export function requirePendingDeletion(key: KmsKey, action: string): void {
  if (key.state === "PendingDeletion") return;
  throw stateError("KMSInvalidStateException", key, action, "is not pending deletion.");
}

function stateError(code: string, { arn }: KmsKey, action: string, complaint: string): AwsError {
  return new AwsError(code, `${arn} ${complaint}`, { keyState: { action, resource: arn } });
}
