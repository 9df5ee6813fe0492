import { AwsError } from "../../awsError.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * The key states that operations ask for. Each function throws what AWS answers in any other state, marked as a decision
 * of the key's state. Source: KMS Developer Guide, "Key states of AWS KMS keys".
 */
export function requireEnabled(key: KmsKey, action: string): void {
  requireMaterial(key, action);
  if (key.state === "Disabled") throw stateError("DisabledException", key, action, "is disabled.");
}

/** See {@link requireEnabled}: enabled or disabled will do. */
export function requireMaterial(key: KmsKey, action: string): void {
  requireNotPendingDeletion(key, action);
  if (key.state === "PendingImport") throw stateError("KMSInvalidStateException", key, action, "is pending import.");
}

/** See {@link requireEnabled}: any state will do in which the key is not on its way out. */
export function requireNotPendingDeletion(key: KmsKey, action: string): void {
  if (!isPendingDeletion(key)) return;
  throw stateError("KMSInvalidStateException", key, action, "is pending deletion.");
}

/** See {@link requireEnabled}: the deletion can be cancelled. */
export function requirePendingDeletion(key: KmsKey, action: string): void {
  if (isPendingDeletion(key)) return;
  throw stateError("KMSInvalidStateException", key, action, "is not pending deletion.");
}

function isPendingDeletion({ state }: KmsKey): boolean {
  return state === "PendingDeletion" || state === "PendingReplicaDeletion";
}

function stateError(code: string, { arn }: KmsKey, action: string, complaint: string): AwsError {
  return new AwsError(code, `${arn} ${complaint}`, { keyState: { action, resource: arn } });
}
