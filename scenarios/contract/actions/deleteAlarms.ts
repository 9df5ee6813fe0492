import { DeleteAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import type { AlarmOutputs } from "../../../infra/alarmOutputs.ts";
import { answer, type Action } from "../action.ts";

/** Deletes an alarm. Yields nothing. */
export function deleteAlarms<Alarm extends string>(alarm: Alarm): Action<Record<Alarm, AlarmOutputs>> {
  return {
    operation: "cloudwatch:DeleteAlarms",
    attempt: `DeleteAlarms ${alarm}`,
    async perform(deployed, session) {
      const command = new DeleteAlarmsCommand({ AlarmNames: [deployed[alarm].alarmName] });
      return answer(await session.cloudwatch.send(command), undefined);
    },
  };
}
