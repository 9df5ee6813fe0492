import type { Instance } from "../../instance.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * Tells EventBridge of an event in a key's life, which no call is about.
 * Source: KMS Developer Guide, "Monitor KMS keys with Amazon EventBridge".
 */
export function tellKeyEvent(
  instance: Instance,
  detailType: "KMS CMK Rotation" | "KMS CMK Deletion" | "KMS Imported Key Material Expiration",
  key: KmsKey,
  at: Date,
): void {
  const { accountId, region, arn, keyId } = key;
  const detail = { "key-id": keyId, ...(detailType === "KMS CMK Rotation" && latestRotation(key)) };
  const what = { source: "aws.kms", detailType, resources: [arn], detail };
  instance.eventBus.publish({ accountId, region, ...what, at });
}

/** What KMS tells of a rotation beyond the key: how it came about, and the ids of the material before and after it. */
function latestRotation({ origin, materials }: KmsKey): object {
  const [previous, current] = materials.versions.slice(-2);
  return {
    "key-origin": origin,
    "rotation-type": current?.rotation?.type,
    "previous-key-material-id": previous?.id,
    "current-key-material-id": current?.id,
  };
}
