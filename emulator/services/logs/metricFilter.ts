import type { StandardUnit } from "@aws-sdk/client-cloudwatch-logs";
import type { FilterPattern } from "./filterPattern.ts";
import type { JsonPath } from "./jsonSelector.ts";

/** A number, or where in a JSON event it stands. */
export type MetricValue = number | JsonPath;

/** What a metric filter makes of the events that match. */
export interface MetricTransformation {
  readonly metricName: string;
  readonly metricNamespace: string;
  /** As stated. */
  readonly metricValue: string;
  readonly value: MetricValue;
  /** Published for each event, where none of those that came at once matches. */
  readonly defaultValue?: number;
  /** Names with the places of their values. */
  readonly dimensions: ReadonlyMap<string, JsonPath>;
  /** As stated. */
  readonly statedDimensions?: Readonly<Record<string, string>>;
  readonly unit: StandardUnit;
}

/** What turns log events into a metric. */
export interface MetricFilter {
  readonly name: string;
  /** As stated. */
  readonly pattern: string;
  readonly matches: FilterPattern;
  readonly transformation: MetricTransformation;
  readonly creationTime: number;
}
