import type { Alarm, AlarmState, HistoryItem } from "./alarm.ts";
import { shownAlarm } from "./shownAlarm.ts";

/** An alarm has got another state. Source of the form: public transcripts of DescribeAlarmHistory. */
export function stateUpdateItem(alarm: Alarm, previous: AlarmState): HistoryItem {
  const data = { version: "1.0", oldState: shownState(previous), newState: shownState(alarm.state) };
  return {
    alarmName: alarm.name,
    at: alarm.state.since,
    type: "StateUpdate",
    summary: `Alarm updated from ${previous.value} to ${alarm.state.value}`,
    data: JSON.stringify(data),
  };
}

/**
 * An alarm has notified an SNS topic, which hears nothing: there is no SNS here. The history says what AWS would have sent.
 */
export function actionItem({ name, state }: Alarm, action: string): HistoryItem {
  const data = { actionState: "Succeeded", notificationResource: action, stateUpdateTimestamp: state.since.getTime() };
  return {
    alarmName: name,
    at: state.since,
    type: "Action",
    summary: `Successfully executed action ${action}`,
    data: JSON.stringify(data),
  };
}

/** An alarm was made, changed or deleted. */
export function configurationItem(alarm: Alarm, type: "Create" | "Update" | "Delete", at: Date): HistoryItem {
  const verb = { Create: "created", Update: "updated", Delete: "deleted" }[type];
  const member = { Create: "createdAlarm", Update: "updatedAlarm", Delete: "deletedAlarm" }[type];
  return {
    alarmName: alarm.name,
    at,
    type: "ConfigurationUpdate",
    summary: `Alarm "${alarm.name}" ${verb}`,
    data: JSON.stringify({ version: "1.0", type, [member]: shownAlarm(alarm) }).slice(0, 4095),
  };
}

function shownState({ value, reason, reasonData }: AlarmState): object {
  const data: unknown = reasonData === undefined ? undefined : JSON.parse(reasonData);
  return { stateValue: value, stateReason: reason, stateReasonData: data };
}
