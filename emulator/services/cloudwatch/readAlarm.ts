import type { PutMetricAlarmCommandInput } from "@aws-sdk/client-cloudwatch";
import type { Input } from "../../operation.ts";
import { missingDataTreatments, type AlarmSettings } from "./alarm.ts";
import { comparisons } from "./comparisons.ts";
import { validationError } from "./cloudWatchError.ts";
import { statisticNamed } from "./statistic.ts";

type AlarmInput = Input<PutMetricAlarmCommandInput>;

const dayInSeconds = 86_400;
/** How many actions each state has. Source: CloudWatch API Reference, PutMetricAlarm. */
const maximumActions = 5;

/**
 * Reads the settings of an alarm on one metric. Throws ValidationError.
 * Source of the rules: CloudWatch API Reference, PutMetricAlarm; of the sentence about a day: public transcripts; the other
 * sentences are not recorded anywhere.
 */
export function readAlarm(input: AlarmInput): AlarmSettings {
  const { MetricName, Namespace, Threshold, ComparisonOperator, EvaluationPeriods, Period } = input;
  const comparison = comparisons.find(({ name }) => name === ComparisonOperator);
  if (!comparison)
    throw validationError(`ComparisonOperator must be one of ${comparisons.map(({ name }) => name).join(", ")}.`);
  return {
    description: input.AlarmDescription,
    actionsEnabled: input.ActionsEnabled ?? true,
    actions: {
      OK: readActions("OKActions", input.OKActions),
      ALARM: readActions("AlarmActions", input.AlarmActions),
      INSUFFICIENT_DATA: readActions("InsufficientDataActions", input.InsufficientDataActions),
    },
    metric: {
      name: stated("MetricName", MetricName),
      namespace: stated("Namespace", Namespace),
      dimensions: input.Dimensions ?? [],
    },
    ...readStatistic(input),
    unit: input.Unit,
    ...readPeriods(stated("Period", Period), EvaluationPeriods, input.DatapointsToAlarm),
    threshold: stated("Threshold", Threshold),
    comparison,
    treatMissingData: readTreatment(input.TreatMissingData),
  };
}

function stated<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw validationError(`${name} is required for an alarm on a metric.`);
  return value;
}

function readStatistic({ Statistic, ExtendedStatistic }: AlarmInput) {
  if ((Statistic === undefined) === (ExtendedStatistic === undefined)) {
    throw validationError("Exactly one of Statistic and ExtendedStatistic must be specified.");
  }
  const name = Statistic ?? ExtendedStatistic ?? "";
  const statistic = statisticNamed(name);
  if (!statistic) {
    throw validationError(
      `The value ${name} for parameter ExtendedStatistic is not supported: the embedded AWS carries p0.0 to p100.`,
    );
  }
  return { statisticName: Statistic, extendedStatistic: ExtendedStatistic, statistic };
}

function readPeriods(period: number, evaluationPeriods: number | undefined, datapointsToAlarm: number | undefined) {
  const periods = stated("EvaluationPeriods", evaluationPeriods);
  if (![10, 20, 30].includes(period) && period % 60 !== 0) {
    throw validationError("Period must be 10, 20, 30 or a multiple of 60");
  }
  const limit = period >= 3600 ? 7 * dayInSeconds : dayInSeconds;
  if (period * periods > limit) {
    const days = limit === dayInSeconds ? "a day" : "seven days";
    throw validationError(
      `Metrics cannot be checked across more than ${days} (EvaluationPeriods * Period must be <= ${limit}).`,
    );
  }
  if (datapointsToAlarm !== undefined && datapointsToAlarm > periods) {
    throw validationError("DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
  }
  return { period, evaluationPeriods: periods, datapointsToAlarm };
}

function readTreatment(text: string | undefined): AlarmSettings["treatMissingData"] {
  const treatment = missingDataTreatments.find((known) => known === text);
  if (text !== undefined && !treatment) {
    throw validationError(`TreatMissingData must be one of ${missingDataTreatments.join(", ")}, not ${text}.`);
  }
  return treatment;
}

/** Only topics are notified, if in word alone; whatever else AWS would do is refused, rather than left undone. */
function readActions(name: string, arns: readonly string[] = []): readonly string[] {
  if (arns.length > maximumActions)
    throw validationError(`${name} has at most ${maximumActions} actions, not ${arns.length}.`);
  for (const arn of arns) {
    if (!arn.startsWith("arn:")) throw validationError(`Invalid arn syntax: ${arn}`);
    if (!/^arn:aws:sns:[^:]+:\d{12}:[^:]+$/.test(arn)) {
      throw validationError(
        `The embedded AWS does not carry the action ${arn} in ${name} yet: it knows SNS topics alone.`,
      );
    }
  }
  return arns;
}
