import type { Instance } from "../../instance.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * Tells EventBridge of an event in a key's life, which no call is about.
 * Source: KMS Developer Guide, "Monitor KMS keys with Amazon EventBridge".
 */
export function tellKeyEvent(
  instance: Instance,
  detailType: "KMS CMK Rotation" | "KMS CMK Deletion" | "KMS Imported Key Material Expiration",
  { accountId, region, arn, keyId }: KmsKey,
  at: Date,
): void {
  const what = { source: "aws.kms", detailType, resources: [arn], detail: { "key-id": keyId } };
  instance.eventBus.publish({ accountId, region, ...what, at });
}
