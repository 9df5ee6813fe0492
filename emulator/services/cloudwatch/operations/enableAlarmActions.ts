import type { EnableAlarmActionsCommandInput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { switchActions } from "../switchActions.ts";

/** Lets alarms act again. Names without an alarm are passed over. */
export const enableAlarmActions = operation<Input<EnableAlarmActionsCommandInput>, object>({
  service: "monitoring",
  name: "EnableAlarmActions",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EnableAlarmActions.html",
  readOnly: false,
  access: (context, { AlarmNames }) => AlarmNames.map((name) => alarmAccess(context, "EnableAlarmActions", name)),
  run: (context, { AlarmNames }) => {
    switchActions(context, AlarmNames, true);
    return {};
  },
});
