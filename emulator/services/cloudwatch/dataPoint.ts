import type { MetricDatum, StandardUnit } from "@aws-sdk/client-cloudwatch";
import type { Input } from "../../operation.ts";
import { invalidCombination, invalidValue, missingParameter } from "./cloudWatchError.ts";

/** A value with how often it was seen. */
export interface Sample {
  readonly value: number;
  readonly count: number;
}

/** What a metric got at one moment. */
export interface DataPoint {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly unit: StandardUnit;
  readonly sampleCount: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
  /** The single values; absent where only a summary was sent. */
  readonly samples?: readonly Sample[];
}

const day = 86_400_000;
const hour = 3_600_000;

/** Some values at one moment as a data point. */
export function dataPoint(at: Date, unit: StandardUnit, samples: readonly Sample[]): DataPoint {
  const values = samples.map(({ value }) => value);
  return {
    at: at.getTime(),
    unit,
    sampleCount: total(samples.map(({ count }) => count)),
    sum: total(samples.map(({ value, count }) => value * count)),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
    samples,
  };
}

/**
 * Reads what PutMetricData is sent. Throws InvalidParameterValueException, InvalidParameterCombinationException and
 * MissingRequiredParameterException. Source of the rules: CloudWatch API Reference, MetricDatum.
 */
export function readDatum(datum: Input<MetricDatum>, now: Date): DataPoint {
  const { Timestamp = now, Unit = "None", Value, Values, Counts, StatisticValues } = datum;
  checkTime(Timestamp, now);
  const stated = [Value, Values, StatisticValues].filter((form) => form !== undefined);
  if (stated.length === 0) {
    throw missingParameter("At least one of the parameters must be specified: Value, Values, StatisticValues.");
  }
  if (stated.length > 1) {
    throw invalidCombination("The parameters Value, Values and StatisticValues exclude each other.");
  }
  if (StatisticValues) {
    const { SampleCount, Sum, Minimum, Maximum } = StatisticValues;
    return {
      at: Timestamp.getTime(),
      unit: Unit,
      sampleCount: SampleCount,
      sum: Sum,
      minimum: Minimum,
      maximum: Maximum,
      // Values between equal ends are known all the same.
      ...(Minimum === Maximum && { samples: [{ value: Minimum, count: SampleCount }] }),
    };
  }
  return dataPoint(Timestamp, Unit, samplesOf(Values ?? (Value === undefined ? [] : [Value]), Counts));
}

function samplesOf(values: readonly number[], counts: readonly number[] | undefined): Sample[] {
  if (values.length === 0 || (counts && counts.length !== values.length)) {
    throw invalidValue("The arrays Values and Counts must have the same length, and at least one value.");
  }
  return values.map((value, index) => ({ value, count: counts?.[index] ?? 1 }));
}

/** Data may be two weeks old, and two hours early. Source: CloudWatch API Reference, MetricDatum, `Timestamp`. */
function checkTime(at: Date, now: Date): void {
  const age = now.getTime() - at.getTime();
  if (age > 14 * day || age < -2 * hour) {
    throw invalidValue(
      `The value ${at.toISOString()} for parameter MetricData.member.1.Timestamp must be at most two weeks in the past and two hours in the future.`,
    );
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
