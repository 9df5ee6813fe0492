import type { DescribeAlarmsCommandInput, DescribeAlarmsCommandOutput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input, type Output } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { page } from "../page.ts";
import { shownAlarm } from "../shownAlarm.ts";

/** Shows alarms by name, state or action. There are no composite alarms. */
export const describeAlarms = operation<Input<DescribeAlarmsCommandInput>, Output<DescribeAlarmsCommandOutput>>({
  service: "monitoring",
  name: "DescribeAlarms",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html",
  readOnly: true,
  unsupported: ["ChildrenOfAlarmName", "ParentsOfAlarmName"],
  access: (context) => [alarmAccess(context, "DescribeAlarms", "*")],
  run: ({ state }, input) => {
    const { AlarmNames, AlarmNamePrefix = "", AlarmTypes = ["MetricAlarm"], StateValue, ActionPrefix } = input;
    const found = state.monitoring.alarms().filter(({ name, state: { value }, settings: { actions } }) => {
      const isNamed = AlarmNames === undefined || AlarmNames.includes(name);
      const acts =
        ActionPrefix === undefined ||
        Object.values(actions)
          .flat()
          .some((arn) => arn.startsWith(ActionPrefix));
      return isNamed && acts && name.startsWith(AlarmNamePrefix) && (StateValue ?? value) === value;
    });
    const shown = AlarmTypes.includes("MetricAlarm") ? found : [];
    const { items, next } = page(shown, ({ name }) => name, input.MaxRecords ?? 50, input.NextToken);
    return { MetricAlarms: items.map(shownAlarm), CompositeAlarms: [], NextToken: next };
  },
});
