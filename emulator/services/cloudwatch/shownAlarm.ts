import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import type { Alarm } from "./alarm.ts";

/** An alarm as DescribeAlarms shows it. */
export function shownAlarm({ name, arn, settings, configuredAt, state, transitionedAt }: Alarm): MetricAlarm {
  const { metric, actions } = settings;
  return {
    AlarmName: name,
    AlarmArn: arn,
    AlarmDescription: settings.description,
    AlarmConfigurationUpdatedTimestamp: configuredAt,
    ActionsEnabled: settings.actionsEnabled,
    OKActions: [...actions.OK],
    AlarmActions: [...actions.ALARM],
    InsufficientDataActions: [...actions.INSUFFICIENT_DATA],
    StateValue: state.value,
    StateReason: state.reason,
    StateReasonData: state.reasonData,
    StateUpdatedTimestamp: state.since,
    StateTransitionedTimestamp: transitionedAt,
    MetricName: metric.name,
    Namespace: metric.namespace,
    Dimensions: [...metric.dimensions],
    Statistic: settings.statisticName,
    ExtendedStatistic: settings.extendedStatistic,
    Period: settings.period,
    Unit: settings.unit,
    EvaluationPeriods: settings.evaluationPeriods,
    DatapointsToAlarm: settings.datapointsToAlarm,
    Threshold: settings.threshold,
    ComparisonOperator: settings.comparison.name,
    TreatMissingData: settings.treatMissingData,
  };
}
