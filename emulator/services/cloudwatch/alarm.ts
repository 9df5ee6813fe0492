import type { HistoryItemType, StandardUnit, StateValue, Statistic as StatisticName } from "@aws-sdk/client-cloudwatch";
import type { Metric } from "./metricStore.ts";
import type { Statistic } from "./statistic.ts";

/** How missing data is taken. Source: CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data". */
export const missingDataTreatments = ["breaching", "notBreaching", "ignore", "missing"] as const;
export type MissingDataTreatment = (typeof missingDataTreatments)[number];

/** How a value is compared with the threshold. */
export interface Comparison {
  readonly name:
    "GreaterThanOrEqualToThreshold" | "GreaterThanThreshold" | "LessThanThreshold" | "LessThanOrEqualToThreshold";
  /** As sentences have it: `greater than the threshold`. */
  readonly words: string;
  breaches(value: number, threshold: number): boolean;
}

/** What an alarm watches, and what for. */
export interface AlarmSettings {
  readonly description?: string;
  readonly actionsEnabled: boolean;
  /** ARNs, by the state that leads to them. */
  readonly actions: Readonly<Record<StateValue, readonly string[]>>;
  readonly metric: Metric;
  /** Absent where there is an extended statistic. */
  readonly statisticName?: StatisticName;
  /** A percentile: `p99`. */
  readonly extendedStatistic?: string;
  readonly statistic: Statistic;
  readonly unit?: StandardUnit;
  /** In seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  /** As stated; without, it is {@link evaluationPeriods}. */
  readonly datapointsToAlarm?: number;
  readonly threshold: number;
  readonly comparison: Comparison;
  /** As stated; without, missing data is `missing`. */
  readonly treatMissingData?: MissingDataTreatment;
}

/** The state of an alarm, with what led to it. */
export interface AlarmState {
  readonly value: StateValue;
  readonly reason: string;
  /** JSON; absent for a state that no evaluation led to. */
  readonly reasonData?: string;
  readonly since: Date;
}

/** A metric alarm. */
export interface Alarm {
  readonly name: string;
  readonly arn: string;
  readonly tags: Map<string, string>;
  settings: AlarmSettings;
  configuredAt: Date;
  state: AlarmState;
  /** When it last came into another state than it had been in. */
  transitionedAt: Date;
  /** Until when it has been evaluated, in milliseconds since 1970. */
  evaluatedUntil: number;
}

/** What has happened to an alarm, as DescribeAlarmHistory shows it. */
export interface HistoryItem {
  readonly alarmName: string;
  readonly at: Date;
  readonly type: HistoryItemType;
  readonly summary: string;
  readonly data: string;
}
