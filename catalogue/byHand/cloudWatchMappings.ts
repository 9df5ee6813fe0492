import * as z from "zod";
import { mapping, type Mapping } from "./mapping.ts";
import { tagList, tags } from "./tagList.ts";

const eventRule = mapping(
  z.strictObject({ description: z.string().optional(), eventPattern: z.string(), name: z.string(), tags }),
  ({ description, eventPattern, name, tags }) => [
    {
      operation: "events put-rule",
      options: { name, description, "event-pattern": eventPattern, tags: tagList(tags) },
    },
  ],
);

const metricAlarm = mapping(
  z.strictObject({
    alarmDescription: z.string().optional(),
    comparisonOperator: z.string(),
    dimensions: z.record(z.string(), z.string()),
    evaluationPeriods: z.number(),
    metricName: z.string(),
    name: z.string(),
    namespace: z.string(),
    period: z.number(),
    statistic: z.string(),
    tags,
    threshold: z.number(),
    treatMissingData: z.string().optional(),
  }),
  (inputs) => [
    {
      operation: "cloudwatch put-metric-alarm",
      options: {
        "alarm-name": inputs.name,
        "alarm-description": inputs.alarmDescription,
        namespace: inputs.namespace,
        "metric-name": inputs.metricName,
        dimensions: tagList(inputs.dimensions, ["Name", "Value"]),
        statistic: inputs.statistic,
        period: inputs.period,
        "evaluation-periods": inputs.evaluationPeriods,
        threshold: inputs.threshold,
        "comparison-operator": inputs.comparisonOperator,
        "treat-missing-data": inputs.treatMissingData,
        tags: tagList(inputs.tags),
      },
    },
  ],
);

export const cloudWatchMappings: Readonly<Record<string, Mapping>> = {
  "aws:cloudwatch/eventRule:EventRule": eventRule,
  "aws:cloudwatch/metricAlarm:MetricAlarm": metricAlarm,
};
