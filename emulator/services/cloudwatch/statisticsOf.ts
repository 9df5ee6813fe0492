import type { DataPoint } from "./dataPoint.ts";
import { isOf } from "./evaluateAlarm.ts";
import type { Metric, MetricStore } from "./metricStore.ts";
import { invalidValue } from "./cloudWatchError.ts";

/** What statistics are asked for. */
interface Range {
  readonly from: Date;
  readonly until: Date;
  /** In seconds. */
  readonly period: number;
  readonly unit?: string;
}

/** The data points of each period that has any, oldest first. Periods begin at multiples of their length. */
export function statisticsOf(
  metrics: Pick<MetricStore, "between">,
  metric: Metric,
  { from, until, period, unit }: Range,
): { readonly at: Date; readonly points: readonly DataPoint[] }[] {
  const length = period * 1000;
  const beginOf = (moment: number): number => Math.floor(moment / length) * length;
  const periods = new Map<number, DataPoint[]>();
  for (const point of metrics.between(metric, beginOf(from.getTime()), until.getTime()).filter(isOf(unit))) {
    const begin = beginOf(point.at);
    const known = periods.get(begin);
    if (known) known.push(point);
    else periods.set(begin, [point]);
  }
  return [...periods].map(([begin, points]) => ({ at: new Date(begin), points }));
}

/** Throws InvalidParameterValueException. Source: CloudWatch API Reference, GetMetricData, `Period`. */
export function checkedPeriod(period: number): number {
  if ([1, 5, 10, 20, 30].includes(period) || period % 60 === 0) return period;
  throw invalidValue(`The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60, not ${period}.`);
}
