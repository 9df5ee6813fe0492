import type { ScheduleKeyDeletionCommandInput, ScheduleKeyDeletionCommandOutput } from "@aws-sdk/client-kms";
import { operation, type Input, type Output } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import { cloudTrailDate } from "../cloudTrailDate.ts";
import { addDays } from "../addDays.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { requireNotPendingDeletion } from "../keyState.ts";

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
  access: (context, { KeyId, PendingWindowInDays }) => [
    ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), action, {
      conditions: { "kms:ScheduleKeyDeletionPendingWindowInDays": PendingWindowInDays },
    }),
  ],
  run: (context, { KeyId, PendingWindowInDays: days = defaultWindowInDays }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    checkWindow(days);
    requireNotPendingDeletion(key, action);
    const date = addDays(context.now, days);
    key.scheduleDeletion(date);
    key.history.changedTo(key.state, context.now);
    return { KeyId: key.arn, DeletionDate: date, KeyState: key.state, PendingWindowInDays: days };
  },
});

/** Narrower than the API model, which allows 1 to 365 days. Source: KMS API Reference, ScheduleKeyDeletion. */
function checkWindow(days: number): void {
  if (days >= 7 && days <= 30) return;
  const bound = days < 7 ? "greater than or equal to 7" : "less than or equal to 30";
  throw new AwsError(
    "ValidationException",
    `1 validation error detected: Value '${days}' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value ${bound}`,
  );
}
