import type { PutMetricAlarmCommandInput } from "@aws-sdk/client-cloudwatch";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input } from "../../../operation.ts";
import type { Alarm } from "../alarm.ts";
import { alarmAccess, alarmArn } from "../alarmAccess.ts";
import { configurationItem } from "../historyItem.ts";
import { readAlarm } from "../readAlarm.ts";

/** Makes an alarm on a metric, or gives it other settings: its state and its tags stay as they are then. */
export const putMetricAlarm = operation<Input<PutMetricAlarmCommandInput>, object>({
  service: "monitoring",
  name: "PutMetricAlarm",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
  readOnly: false,
  unsupported: [
    "EvaluateLowSampleCountPercentile",
    "EvaluationCriteria",
    "EvaluationInterval",
    "Metrics",
    "ThresholdMetricId",
  ],
  access: (context, input) => {
    const { AlarmName, Tags, AlarmActions = [], OKActions = [], InsufficientDataActions = [] } = input;
    const actions = [...AlarmActions, ...OKActions, ...InsufficientDataActions];
    return [
      alarmAccess(context, "PutMetricAlarm", AlarmName, {
        ...requestTags(Tags),
        "cloudwatch:AlarmActions": actions.length > 0 ? actions : undefined,
      }),
    ];
  },
  run: (context, input) => {
    const { monitoring } = context.state;
    const settings = readAlarm(input);
    const known = monitoring.alarm(input.AlarmName);
    const alarm = known ?? newAlarm(context, input, settings);
    alarm.settings = settings;
    alarm.configuredAt = context.now;
    monitoring.setAlarm(alarm);
    monitoring.note(configurationItem(alarm, known ? "Update" : "Create", context.now));
    return {};
  },
});

function newAlarm(
  context: CallContext,
  { AlarmName, Tags = [] }: Input<PutMetricAlarmCommandInput>,
  settings: Alarm["settings"],
): Alarm {
  const { now } = context;
  return {
    name: AlarmName,
    arn: alarmArn(context, AlarmName),
    tags: new Map(Tags.map(({ Key, Value }) => [Key, Value])),
    settings,
    configuredAt: now,
    state: { value: "INSUFFICIENT_DATA", reason: "Unchecked: Initial alarm creation", since: now },
    transitionedAt: now,
    evaluatedUntil: now.getTime(),
  };
}
