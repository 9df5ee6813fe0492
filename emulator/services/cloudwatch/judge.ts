import type { StateValue } from "@aws-sdk/client-cloudwatch";
import type { AlarmSettings, MissingDataTreatment } from "./alarm.ts";

/** What the values of the latest periods say. */
export interface Verdict {
  readonly state: StateValue;
  /** The values that counted, newest first, with their period: 0 is the latest. */
  readonly counted: readonly { readonly value: number; readonly age: number }[];
  /** How many of them breach the threshold. */
  readonly breaching: number;
  /** How many missing values were taken for something. */
  readonly filled: number;
}

/** How many periods beyond those that count are looked at for values. Source: the tables of the page that {@link judge} names. */
export const extraPeriods = 2;

/**
 * Judges the values of the latest periods, newest first, `undefined` where there is none. `undefined` where the alarm is to
 * stay in its state.
 *
 * The newest existing values count; only where there are fewer than the evaluation periods, missing ones are taken for what
 * the alarm says. Source: CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data", with its tables and
 * "Avoiding premature transitions to alarm state". That an alarm with too young a value stays as it is follows from there.
 */
export function judge(values: readonly (number | undefined)[], settings: AlarmSettings): Verdict | undefined {
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, threshold, comparison } = settings;
  const counted = values
    .flatMap((value, age) => (value === undefined ? [] : [{ value, age }]))
    .slice(0, evaluationPeriods);
  const breaching = counted.filter(({ value }) => comparison.breaches(value, threshold)).length;
  const filled = evaluationPeriods - counted.length;
  const verdict = (state: StateValue): Verdict => ({ state, counted, breaching, filled });
  if (breaching >= datapointsToAlarm) return verdict("ALARM");
  switch (treatmentOf(settings)) {
    case "breaching":
      return verdict(breaching + filled >= datapointsToAlarm ? "ALARM" : "OK");
    case "notBreaching":
      return verdict("OK");
    case "ignore":
      return breaching < counted.length ? verdict("OK") : undefined;
    case "missing": {
      if (counted.length === 0) return verdict("INSUFFICIENT_DATA");
      if (breaching < counted.length) return verdict("OK");
      const oldest = (counted.at(-1)?.age ?? 0) + 1;
      return oldest >= datapointsToAlarm ? verdict("ALARM") : undefined;
    }
  }
}

/**
 * DynamoDB's metrics have data only while something happens: alarms on them always ignore missing data.
 * Source: CloudWatch API Reference, PutMetricAlarm, `TreatMissingData`.
 */
export function treatmentOf({ metric, treatMissingData = "missing" }: AlarmSettings): MissingDataTreatment {
  return metric.namespace === "AWS/DynamoDB" ? "ignore" : treatMissingData;
}
