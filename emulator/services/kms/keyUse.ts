import type { KeyLastUsageTrackingOperation } from "@aws-sdk/client-kms";
import { AwsError } from "../../awsError.ts";
import type { CallContext } from "../../callContext.ts";
import { hasAlgorithm, type KeyUsage } from "./keyKinds.ts";
import { requireEnabled } from "./keyState.ts";
import type { KmsKey } from "./kmsKey.ts";

/** What a cryptographic operation asks of a key. */
export interface IntendedUse {
  /** The IAM action, for reports. */
  readonly action: string;
  /** The operation's name, for messages. */
  readonly operation: string;
  readonly usage: KeyUsage;
  /** Default: any that the usage has. */
  readonly algorithm?: string;
}

/**
 * Checks that a key can do this. Throws what AWS answers in another key state, and InvalidKeyUsageException for another
 * usage or an algorithm of another key spec. Source of the messages: recorded answers.
 */
export function requireUse(key: KmsKey, { action, operation, usage, algorithm }: IntendedUse): void {
  requireEnabled(key, action);
  if (key.usage !== usage) {
    throw wrongUsage(`${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`);
  }
  if (algorithm === undefined || hasAlgorithm(key.spec, usage, algorithm)) return;
  throw wrongUsage(`Algorithm ${algorithm} is incompatible with key spec ${key.spec}.`);
}

/** As {@link requireUse}, for data keys, which symmetric keys alone can make. The message is not recorded anywhere. */
export function requireDataKeyUse(key: KmsKey, action: string, operation: string): void {
  requireUse(key, { action, operation, usage: "ENCRYPT_DECRYPT" });
  if (key.spec !== "SYMMETRIC_DEFAULT") throw wrongUsage("You cannot generate a data key with an asymmetric CMK");
}

/** Notes the last successful operation with a key, for GetKeyLastUsage. */
export function noteUse({ now, requestId }: CallContext, key: KmsKey, operation: KeyLastUsageTrackingOperation): void {
  key.lastUse = { operation, date: now, requestId };
}

function wrongUsage(message: string): AwsError {
  return new AwsError("InvalidKeyUsageException", message);
}
