import type { SetAlarmStateCommandInput } from "@aws-sdk/client-cloudwatch";
import { AwsError } from "../../../awsError.ts";
import { isJson } from "../../../isJson.ts";
import { operation, type Input } from "../../../operation.ts";
import { alarmAccess } from "../alarmAccess.ts";

/** Puts an alarm into a state until it is next evaluated, with the actions of that state. */
export const setAlarmState = operation<Input<SetAlarmStateCommandInput>, object>({
  service: "monitoring",
  name: "SetAlarmState",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html",
  readOnly: false,
  access: (context, { AlarmName }) => [alarmAccess(context, "SetAlarmState", AlarmName)],
  run: ({ state: { monitoring }, now }, { AlarmName, StateValue, StateReason, StateReasonData }) => {
    const alarm = monitoring.alarm(AlarmName);
    if (!alarm) throw new AwsError("ResourceNotFound", `Unable to find alarm ${AlarmName}`, { status: 404 });
    if (StateReasonData !== undefined && !isJson(StateReasonData)) {
      throw new AwsError("InvalidFormatFault", "StateReasonData is not valid JSON.");
    }
    monitoring.changeState(alarm, { value: StateValue, reason: StateReason, reasonData: StateReasonData, since: now });
    return {};
  },
});
