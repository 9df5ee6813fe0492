import type { Alarm, AlarmSettings, AlarmState } from "./alarm.ts";
import type { DataPoint } from "./dataPoint.ts";
import { extraPeriods, judge } from "./judge.ts";
import type { MetricStore } from "./metricStore.ts";
import { reasonData, stateReason } from "./stateReason.ts";

/** The data of one period. */
export interface Period {
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly sampleCount: number;
  /** Absent where there is no data. */
  readonly value?: number;
}

/**
 * The changes of an alarm's state from when it was last evaluated until now, in order. Alarms are evaluated every minute, those
 * with periods below a minute every ten seconds, on periods that end then; the result can only be another where a data point
 * comes into a period or leaves it, so that nothing else is looked at.
 * Source: CloudWatch User Guide, "Alarm evaluation".
 */
export function* evaluateAlarm(alarm: Alarm, metrics: MetricStore, now: Date): Generator<AlarmState> {
  const from = alarm.evaluatedUntil;
  alarm.evaluatedUntil = now.getTime();
  let current = alarm.state.value;
  for (const moment of momentsOf(alarm.settings, metrics, from, now.getTime())) {
    const periods = periodsBefore(moment, alarm.settings, metrics);
    const verdict = judge(
      periods.map(({ value }) => value),
      alarm.settings,
    );
    if (!verdict || verdict.state === current) continue;
    const since = new Date(moment);
    const reason = stateReason(alarm.settings, verdict, current, periods);
    yield { value: verdict.state, reason, reasonData: reasonData(alarm.settings, verdict, since, periods), since };
    current = verdict.state;
  }
}

/** When the alarm is to be looked at, in order, after one moment and until another. */
function momentsOf(settings: AlarmSettings, metrics: MetricStore, from: number, until: number): number[] {
  const step = settings.period < 60 ? 10_000 : 60_000;
  const length = settings.period * 1000;
  const reach = settings.evaluationPeriods + extraPeriods;
  const nextStep = (moment: number): number => Math.floor(moment / step) * step + step;
  const moments = new Set([nextStep(from)]);
  for (const { at } of metrics.between(settings.metric, from - (reach + 1) * length - step, until)) {
    for (let periods = 0; periods <= reach; periods++) moments.add(nextStep(at + periods * length));
  }
  return [...moments].filter((moment) => moment > from && moment <= until).sort((a, b) => a - b);
}

/** The periods that end at a moment and before it, newest first. */
function periodsBefore(end: number, settings: AlarmSettings, metrics: MetricStore): Period[] {
  const { metric, statistic, period, evaluationPeriods, unit } = settings;
  const length = period * 1000;
  return Array.from({ length: evaluationPeriods + extraPeriods }, (_, age) => {
    const from = end - (age + 1) * length;
    const points = metrics.between(metric, from, from + length).filter(isOf(unit));
    return { from, sampleCount: points.reduce((sum, point) => sum + point.sampleCount, 0), value: statistic(points) };
  });
}

/** Whether a data point is of a unit; without one, all are. */
export function isOf(unit: string | undefined): (point: DataPoint) => boolean {
  return (point) => unit === undefined || point.unit === unit;
}
