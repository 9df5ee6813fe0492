import { DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { answer, type Action } from "../action.ts";

/** A component that has an alarm. */
interface HasAlarm {
  readonly alarmName: string;
}

/** Looks at an alarm. Yields its `{ StateValue }`: `OK`, `ALARM` or `INSUFFICIENT_DATA`, or `undefined` if there is no such alarm. */
export function describeAlarms<Alarm extends string>(alarm: Alarm): Action<Record<Alarm, HasAlarm>> {
  return {
    operation: "cloudwatch:DescribeAlarms",
    attempt: `DescribeAlarms ${alarm}`,
    async perform(deployed, session) {
      const command = new DescribeAlarmsCommand({ AlarmNames: [deployed[alarm].alarmName] });
      const output = await session.cloudwatch.send(command);
      return answer(output, { StateValue: output.MetricAlarms?.[0]?.StateValue });
    },
  };
}
