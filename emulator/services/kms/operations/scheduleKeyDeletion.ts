import type { ScheduleKeyDeletionCommandInput, ScheduleKeyDeletionCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import { cloudTrailDate } from "../cloudTrailDate.ts";
import { addDays } from "../addDays.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";
import type { KmsKey } from "../kmsKey.ts";
import { trailingDaysWithoutUse } from "../trailingDaysWithoutUse.ts";

const action = "kms:ScheduleKeyDeletion";
const defaultWindowInDays = 30;

/** Takes a key out of use and sets the date of its deletion, 7 to 30 days from now. */
export const scheduleKeyDeletion = operation<
  Input<ScheduleKeyDeletionCommandInput>,
  Output<ScheduleKeyDeletionCommandOutput>
>({
  service: "kms",
  name: "ScheduleKeyDeletion",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
  readOnly: false,
  audit: {
    response: ({ KeyId, KeyState, DeletionDate }) => ({
      keyId: KeyId,
      keyState: KeyState,
      deletionDate: DeletionDate && cloudTrailDate(DeletionDate),
    }),
  },
  access: (context, { KeyId, PendingWindowInDays }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    const window = { "kms:ScheduleKeyDeletionPendingWindowInDays": PendingWindowInDays };
    return [ownKeyAccess(context, key, action, { conditions: { ...window, ...trailingDaysWithoutUse(context, key) } })];
  },
  run: (context, { KeyId, PendingWindowInDays: days = defaultWindowInDays }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    checkWindow(days);
    requireNotPendingDeletion(key, action);
    if (hasReplicas(key)) key.waitForReplicas(days, context.now);
    else key.scheduleDeletion(addDays(context.now, days), context.now);
    return { KeyId: key.arn, DeletionDate: key.deletionDate, KeyState: key.state, PendingWindowInDays: days };
  },
});

/** A primary key waits for its replicas. Source: KMS Developer Guide, "Deleting multi-Region keys". */
function hasReplicas({ multiRegionType, related }: KmsKey): boolean {
  return multiRegionType === "PRIMARY" && related !== undefined && related.replicas.length > 0;
}

/** Narrower than the API model, which allows 1 to 365 days. Source: KMS API Reference, ScheduleKeyDeletion. */
function checkWindow(days: number): void {
  if (days >= 7 && days <= 30) return;
  const bound = days < 7 ? "greater than or equal to 7" : "less than or equal to 30";
  throw new AwsError(
    "ValidationException",
    `1 validation error detected: Value '${days}' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value ${bound}`,
  );
}
