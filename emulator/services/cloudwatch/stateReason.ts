import type { StateValue } from "@aws-sdk/client-cloudwatch";
import type { AlarmSettings } from "./alarm.ts";
import type { Period } from "./evaluateAlarm.ts";
import { treatmentOf, type Verdict } from "./judge.ts";

/**
 * Why an alarm has changed its state, in AWS's words. Source: public transcripts of DescribeAlarms and DescribeAlarmHistory;
 * the sentence about missing data is that of alarms without any data.
 */
export function stateReason(
  settings: AlarmSettings,
  { state, counted, breaching, filled }: Verdict,
  previous: StateValue,
  periods: readonly Period[],
): string {
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, threshold, comparison } = settings;
  if (state === "INSUFFICIENT_DATA") {
    return `Insufficient Data: ${counting(evaluationPeriods, "datapoint")} ${evaluationPeriods === 1 ? "was" : "were"} unknown.`;
  }
  if (counted.length === 0) {
    const taken = treatmentOf(settings) === "breaching" ? "Breaching" : "NonBreaching";
    const were = filled === 1 ? "was" : "were";
    return `Threshold Crossed: no datapoints were received for ${counting(filled, "period")} and ${counting(filled, "missing datapoint")} ${were} treated as [${taken}].`;
  }
  const isAlarm = state === "ALARM";
  const number = isAlarm ? breaching : counted.length - breaching;
  const shown = counted.map(({ value, age }) => `${decimal(value)} (${shortDate(periods[age]?.from ?? 0)})`).join(", ");
  const needed = isAlarm ? datapointsToAlarm : evaluationPeriods - datapointsToAlarm + 1;
  return (
    `Threshold Crossed: ${number} out of the last ${counted.length} datapoints [${shown}] ` +
    `${number === 1 ? "was" : "were"} ${isAlarm ? "" : "not "}${comparison.words} (${decimal(threshold)}) ` +
    `(minimum ${counting(needed, "datapoint")} for ${previous} -> ${state} transition).`
  );
}

/** The same as data. */
export function reasonData(
  { statisticName, extendedStatistic, period, threshold, unit }: AlarmSettings,
  { counted }: Verdict,
  queriedAt: Date,
  periods: readonly Period[],
): string {
  const evaluated = counted.map(({ value, age }) => {
    const { from = 0, sampleCount } = periods[age] ?? {};
    return { timestamp: longDate(from), sampleCount, value };
  });
  const oldest = periods[counted.at(-1)?.age ?? periods.length - 1];
  return JSON.stringify({
    version: "1.0",
    queryDate: longDate(queriedAt.getTime()),
    startDate: oldest && longDate(oldest.from),
    statistic: statisticName ?? extendedStatistic,
    unit,
    period,
    recentDatapoints: counted.map(({ value }) => value).reverse(),
    threshold,
    evaluatedDatapoints: evaluated,
  });
}

function counting(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** AWS shows whole numbers as `1.0`. */
function decimal(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

/** `25/11/26 07:00:00`. */
function shortDate(moment: number): string {
  const [, year, month, day, time] = /^\d\d(\d\d)-(\d\d)-(\d\d)T(.{8})/.exec(new Date(moment).toISOString()) ?? [];
  return `${day}/${month}/${year} ${time}`;
}

/** `2026-11-25T07:00:00.000+0000`. */
export function longDate(moment: number): string {
  return new Date(moment).toISOString().replace("Z", "+0000");
}
