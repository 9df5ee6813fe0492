import { ScheduleKeyDeletionCommand } from "@aws-sdk/client-kms";
import { answer, type Action } from "../action.ts";
import { serviceKeyArn } from "../serviceKeyArn.ts";

/** Tries to schedule the deletion of the AWS managed key of a service, `dynamodb` for example. Yields nothing. */
export function scheduleServiceKeyDeletion(service: string, pendingWindowInDays: number): Action {
  return {
    operation: "kms:ScheduleKeyDeletion",
    attempt: `ScheduleKeyDeletion aws/${service} in ${pendingWindowInDays} days`,
    async perform(_deployed, session) {
      const command = new ScheduleKeyDeletionCommand({
        KeyId: await serviceKeyArn(session, service),
        PendingWindowInDays: pendingWindowInDays,
      });
      return answer(await session.kms.send(command), undefined);
    },
  };
}
