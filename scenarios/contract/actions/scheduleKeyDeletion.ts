import { ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import type { EncryptionKeyOutputs } from "../../../infra/encryptionKey.ts";
import { answer, type Action } from "../action.ts";

/** Schedules the deletion of a key. Yields `{ KeyState, PendingWindowInDays }`. */
export function scheduleKeyDeletion<Key extends string>(
  key: Key,
  pendingWindowInDays: number,
): Action<Record<Key, EncryptionKeyOutputs>> {
  return {
    operation: "kms:ScheduleKeyDeletion",
    attempt: `ScheduleKeyDeletion ${key} in ${pendingWindowInDays} days`,
    async perform(deployed, session) {
      const command = new ScheduleKeyDeletionCommand({
        KeyId: deployed[key].arn,
        PendingWindowInDays: pendingWindowInDays,
      });
      const output = await session.kms.send(command);
      const { KeyState, PendingWindowInDays } = output;
      return answer(output, { KeyState, PendingWindowInDays });
    },
  };
}
