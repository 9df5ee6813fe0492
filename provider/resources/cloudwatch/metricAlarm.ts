import {
  ComparisonOperator,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  StandardUnit,
  Statistic,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-cloudwatch";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { retag, tagList, tagMap } from "../../aws/tags.ts";
import { sameSet } from "../../lifecycle/compare.ts";
import { region, resource, tags, tagsAll } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const actions = z.array(z.string()).max(5).optional();

const inputs = {
  actionsEnabled: z.boolean().default(true),
  alarmActions: actions,
  alarmDescription: z.string().max(1024).optional(),
  comparisonOperator: z.enum(ComparisonOperator),
  datapointsToAlarm: z.int().min(1).optional(),
  dimensions: z.record(z.string(), z.string()).optional(),
  evaluationPeriods: z.int().min(1),
  extendedStatistic: z.string().optional(),
  insufficientDataActions: actions,
  metricName: z.string(),
  name: z.string().min(1).max(255),
  namespace: z.string(),
  okActions: actions,
  /** In seconds. */
  period: z.int().min(1),
  region,
  statistic: z.enum(Statistic).optional(),
  tags,
  threshold: z.number(),
  treatMissingData: z.enum(["missing", "ignore", "breaching", "notBreaching"]).default("missing"),
  unit: z.enum(StandardUnit).optional(),
};

/** `aws.cloudwatch.MetricAlarm` on one metric. Its id is its name. */
export const metricAlarm = resource({
  token: "aws:cloudwatch/metricAlarm:MetricAlarm",
  inputs,
  outputs: { arn: z.string(), tagsAll },
  unsupported: [
    "evaluateLowSampleCountPercentiles",
    "evaluationCriteria",
    "evaluationInterval",
    "metricQueries",
    "thresholdMetricId",
    "warmUpConfiguration",
  ],
  replaceOnChanges: ["name", "region"],
  computed: ["region"],
  same: { alarmActions: sameSet, insufficientDataActions: sameSet, okActions: sameSet },
  autoName: { maxLength: 255 },

  check: ({ extendedStatistic, statistic }) =>
    (extendedStatistic === undefined) === (statistic === undefined)
      ? [{ property: "statistic", reason: "one of statistic and extendedStatistic is required, and not both" }]
      : [],

  async create(aws, wanted) {
    await put(aws, wanted, { Tags: tagList(wanted.tags) });
    return { id: wanted.name };
  },

  async read(aws, id) {
    const { MetricAlarms = [] } = await aws.cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [id] }));
    const [found] = MetricAlarms;
    if (found === undefined) {
      return undefined;
    }
    const arn = required(found.AlarmArn, "AlarmArn");
    const { Tags } = await aws.cloudWatch.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
    const allTags = tagMap(Tags);
    const dimensions = (found.Dimensions ?? []).map(({ Name = "", Value = "" }) => [Name, Value] as const);
    return {
      actionsEnabled: found.ActionsEnabled ?? true,
      alarmActions: found.AlarmActions ?? [],
      alarmDescription: found.AlarmDescription,
      arn,
      comparisonOperator: found.ComparisonOperator,
      datapointsToAlarm: found.DatapointsToAlarm,
      dimensions: Object.fromEntries(dimensions),
      evaluationPeriods: found.EvaluationPeriods,
      extendedStatistic: found.ExtendedStatistic,
      insufficientDataActions: found.InsufficientDataActions ?? [],
      metricName: found.MetricName,
      name: id,
      namespace: found.Namespace,
      okActions: found.OKActions ?? [],
      period: found.Period,
      region: aws.region,
      statistic: found.Statistic,
      tags: allTags,
      tagsAll: allTags,
      threshold: found.Threshold,
      treatMissingData: inputs.treatMissingData.parse(found.TreatMissingData),
      unit: found.Unit,
    };
  },

  async update(aws, _id, current, wanted) {
    await put(aws, wanted);
    const about = { ResourceARN: current.arn };
    await retag(current.tags, wanted.tags, {
      untag: (TagKeys) => aws.cloudWatch.send(new UntagResourceCommand({ ...about, TagKeys })),
      tag: (missing) => aws.cloudWatch.send(new TagResourceCommand({ ...about, Tags: tagList(missing) })),
    });
  },

  async delete(aws, id) {
    await ifExists(aws.cloudWatch.send(new DeleteAlarmsCommand({ AlarmNames: [id] })));
  },
});

/** CloudWatch takes all settings of an alarm at once, and tags only with a new one. */
async function put(
  aws: Aws,
  wanted: Parsed<typeof inputs>,
  beside: { readonly Tags?: { Key: string; Value: string }[] } = {},
): Promise<void> {
  const command = new PutMetricAlarmCommand({
    ...beside,
    ActionsEnabled: wanted.actionsEnabled,
    AlarmActions: wanted.alarmActions,
    AlarmDescription: wanted.alarmDescription,
    AlarmName: wanted.name,
    ComparisonOperator: wanted.comparisonOperator,
    DatapointsToAlarm: wanted.datapointsToAlarm,
    Dimensions: Object.entries(wanted.dimensions ?? {}).map(([Name, Value]) => ({ Name, Value })),
    EvaluationPeriods: wanted.evaluationPeriods,
    ExtendedStatistic: wanted.extendedStatistic,
    InsufficientDataActions: wanted.insufficientDataActions,
    MetricName: wanted.metricName,
    Namespace: wanted.namespace,
    OKActions: wanted.okActions,
    Period: wanted.period,
    Statistic: wanted.statistic,
    Threshold: wanted.threshold,
    TreatMissingData: wanted.treatMissingData,
    Unit: wanted.unit,
  });
  await aws.cloudWatch.send(command);
}
