import type { GetMetricStatisticsCommandInput, GetMetricStatisticsCommandOutput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input, type Output } from "../../../operation.ts";
import { metricAccess } from "../alarmAccess.ts";
import type { DataPoint } from "../dataPoint.ts";
import { invalidCombination, invalidValue, missingParameter } from "../cloudWatchError.ts";
import { checkedPeriod, statisticsOf } from "../statisticsOf.ts";
import { statisticNamed, type Statistic } from "../statistic.ts";

/** Reads statistics of one metric. Data points of several units are taken together where no unit is asked for. */
export const getMetricStatistics = operation<
  Input<GetMetricStatisticsCommandInput>,
  Output<GetMetricStatisticsCommandOutput>
>({
  service: "monitoring",
  name: "GetMetricStatistics",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html",
  readOnly: true,
  access: (context) => metricAccess(context, "GetMetricStatistics"),
  run: ({ state }, input) => {
    const { Namespace, MetricName, Dimensions = [], StartTime, EndTime, Unit } = input;
    const period = checkedPeriod(input.Period);
    const statistics = readStatistics(input);
    checkRange(input);
    const metric = { namespace: Namespace, name: MetricName, dimensions: Dimensions };
    const periods = statisticsOf(state.monitoring.metrics, metric, {
      from: StartTime,
      until: EndTime,
      period,
      unit: Unit,
    });
    const Datapoints = periods.map(({ at, points }) => ({
      Timestamp: at,
      ...valuesOf(statistics.simple, points),
      ...(statistics.extended.length > 0 && { ExtendedStatistics: valuesOf(statistics.extended, points) }),
      Unit: points.at(-1)?.unit,
    }));
    return { Label: MetricName, Datapoints };
  },
});

type Named = readonly { readonly name: string; readonly statistic: Statistic }[];

function readStatistics({ Statistics = [], ExtendedStatistics = [] }: Input<GetMetricStatisticsCommandInput>) {
  if (Statistics.length + ExtendedStatistics.length === 0) {
    throw missingParameter("Must specify either Statistics or ExtendedStatistics");
  }
  const named = (name: string) => {
    const statistic = statisticNamed(name);
    if (!statistic) throw invalidValue(`The value ${name} for parameter ExtendedStatistics is not supported.`);
    return { name, statistic };
  };
  return { simple: Statistics.map(named), extended: ExtendedStatistics.map(named) };
}

/** Source: CloudWatch API Reference, GetMetricStatistics, and public transcripts for the second sentence. */
function checkRange({ StartTime, EndTime, Period }: Input<GetMetricStatisticsCommandInput>): void {
  if (StartTime >= EndTime) throw invalidValue("The parameter StartTime must be less than the parameter EndTime.");
  const number = Math.floor((EndTime.getTime() - StartTime.getTime()) / 1000 / Period);
  if (number > 1440) {
    throw invalidCombination(
      `You have requested up to ${number} datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  }
}

function valuesOf(statistics: Named, points: readonly DataPoint[]): Record<string, number> {
  const entries = statistics.flatMap(({ name, statistic }) => {
    const value = statistic(points);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
