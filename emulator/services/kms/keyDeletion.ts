import { recordServiceEvent } from "../../audit/recordServiceEvent.ts";
import type { Instance } from "../../instance.ts";
import { addDays } from "./addDays.ts";
import type { KmsKey } from "./kmsKey.ts";

/**
 * Destroys the material of a deleted key, unless related keys in other regions still have it. A primary key that waits
 * for its last replica to go begins its own waiting period.
 */
export function leaveRelated(key: KmsKey, date: Date): void {
  const { related } = key;
  related?.remove(key);
  if (!related?.keys.some(({ materials }) => materials === key.materials)) key.materials.destroy();
  const { primary } = related ?? {};
  if (primary?.waitingWindowInDays === undefined || related?.replicas.length !== 0) return;
  primary.scheduleDeletion(addDays(date, primary.waitingWindowInDays), date);
}

/**
 * CloudTrail's record of a key whose waiting period has ended: an event of KMS itself, nobody called anything.
 * Source: KMS Developer Guide, "DeleteKey" among the examples of log entries.
 */
export function recordKeyDeletion(instance: Instance, key: KmsKey, date: Date): void {
  const { accountId, arn, region } = key;
  recordServiceEvent(instance, {
    accountId,
    region,
    eventSource: "kms.amazonaws.com",
    eventName: "DeleteKey",
    at: date,
    resources: [{ accountId, type: "AWS::KMS::Key", ARN: arn }],
  });
}
