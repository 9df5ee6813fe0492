import type { DeleteAlarmsCommandInput } from "@aws-sdk/client-cloudwatch";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";
import { configurationItem } from "../historyItem.ts";

/** Deletes alarms: all that are named, or none if one of them is not there. */
export const deleteAlarms = operation<Input<DeleteAlarmsCommandInput>, object>({
  service: "monitoring",
  name: "DeleteAlarms",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html",
  readOnly: false,
  access: (context, { AlarmNames }) => AlarmNames.map((name) => alarmAccess(context, "DeleteAlarms", name)),
  run: ({ state: { monitoring }, now }, { AlarmNames }) => {
    const alarms = AlarmNames.map((name) => {
      const alarm = monitoring.alarm(name);
      if (!alarm) throw new AwsError("ResourceNotFound", `Unable to find alarm ${name}`, { status: 404 });
      return alarm;
    });
    for (const alarm of alarms) {
      monitoring.removeAlarm(alarm);
      monitoring.note(configurationItem(alarm, "Delete", now));
    }
    return {};
  },
});
