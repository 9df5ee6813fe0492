import type { DisableAlarmActionsCommandInput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { switchActions } from "../switchActions.ts";

/** Keeps alarms from acting; their states still change. Names without an alarm are passed over. */
export const disableAlarmActions = operation<Input<DisableAlarmActionsCommandInput>, object>({
  service: "monitoring",
  name: "DisableAlarmActions",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html",
  readOnly: false,
  access: (context, { AlarmNames }) => AlarmNames.map((name) => alarmAccess(context, "DisableAlarmActions", name)),
  run: (context, { AlarmNames }) => {
    switchActions(context, AlarmNames, false);
    return {};
  },
});
