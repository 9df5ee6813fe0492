import { DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import type { AlarmOutputs } from "../../../infra/alarmOutputs.ts";
import { answer, type Action } from "../action.ts";

/**
 * Looks at an alarm. Yields its `{ AlarmName, StateValue }`, both `undefined` if there is no such alarm. A state is `OK`, `ALARM`
 * or `INSUFFICIENT_DATA`.
 */
export function describeAlarms<Alarm extends string>(alarm: Alarm): Action<Record<Alarm, AlarmOutputs>> {
  return {
    operation: "cloudwatch:DescribeAlarms",
    attempt: `DescribeAlarms ${alarm}`,
    async perform(deployed, session) {
      const command = new DescribeAlarmsCommand({ AlarmNames: [deployed[alarm].alarmName] });
      const output = await session.cloudwatch.send(command);
      const { AlarmName, StateValue } = output.MetricAlarms?.[0] ?? {};
      return answer(output, { AlarmName, StateValue });
    },
  };
}
