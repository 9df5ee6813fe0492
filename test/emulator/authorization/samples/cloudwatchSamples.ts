import { defaultAccountId } from "../../../../emulator/instance.ts";
import { putMetricAlarm } from "../../../../emulator/services/cloudwatch/operations/putMetricAlarm.ts";
import { region, tags, type ServiceSamples } from "./serviceSamples.ts";

export const cloudwatchSamples: ServiceSamples = {
  service: "monitoring",
  make: async (invoke) => {
    const alarm = {
      AlarmName: "mine",
      AlarmActions: [`arn:aws:sns:${region}:${defaultAccountId}:mine`],
      Namespace: "mine",
      MetricName: "uses",
      Statistic: "Sum" as const,
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold" as const,
      Tags: tags,
    };
    await invoke(putMetricAlarm, alarm);
    const Metric = { Namespace: alarm.Namespace, MetricName: alarm.MetricName };
    return {
      members: {
        ...alarm,
        AlarmNames: ["mine"],
        StateValue: "ALARM",
        StateReason: "mine",
        ResourceARN: `arn:aws:cloudwatch:${region}:${defaultAccountId}:alarm:mine`,
        TagKeys: ["team"],
        StartTime: new Date(Date.UTC(2026, 10, 25)),
        EndTime: new Date(Date.UTC(2026, 10, 25, 1)),
        MetricDataQueries: [{ Id: "mine", MetricStat: { Metric, Period: 60, Stat: "Sum" } }],
        MetricData: [{ MetricName: "uses", Value: 1 }],
      },
      ofOperation: {
        GetMetricStatistics: { Statistics: ["Sum"] },
      },
    };
  },
};
