import type {
  GetMetricDataCommandInput,
  GetMetricDataCommandOutput,
  MetricDataQuery,
} from "@aws-sdk/client-cloudwatch";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { metricAccess } from "../alarmAccess.ts";
import { invalidNextToken, validationError } from "../cloudWatchError.ts";
import { checkedPeriod, statisticsOf } from "../statisticsOf.ts";
import { statisticNamed } from "../statistic.ts";

/** Reads statistics of metrics, all on one page. Metric math is not carried. */
export const getMetricData = operation<Input<GetMetricDataCommandInput>, Output<GetMetricDataCommandOutput>>({
  service: "monitoring",
  name: "GetMetricData",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html",
  readOnly: true,
  unsupported: ["LabelOptions", "MaxDatapoints"],
  audit: { kind: "data" },
  access: (context) => metricAccess(context, "GetMetricData"),
  run: (context, input) => {
    if (input.NextToken !== undefined) throw invalidNextToken();
    const shown = input.MetricDataQueries.filter(({ ReturnData = true }) => ReturnData);
    return { MetricDataResults: shown.map((query) => answer(context, query, input)), Messages: [] };
  },
});

function answer(
  { state }: CallContext,
  query: Input<MetricDataQuery>,
  { StartTime, EndTime, ScanBy }: Input<GetMetricDataCommandInput>,
) {
  const { Id, MetricStat, Label, AccountId } = query;
  if (!MetricStat || AccountId !== undefined) {
    throw validationError(
      `The embedded AWS carries no query but MetricStat of the own account yet: see the query ${Id}.`,
    );
  }
  const { Metric, Stat, Period, Unit } = MetricStat;
  const { Namespace = "", MetricName = "", Dimensions = [] } = Metric;
  const statistic = statisticNamed(Stat);
  if (!statistic) throw validationError(`The value ${Stat} for parameter Stat is not supported.`);
  const metric = { namespace: Namespace, name: MetricName, dimensions: Dimensions };
  const range = { from: StartTime, until: EndTime, period: checkedPeriod(Period), unit: Unit };
  const found = statisticsOf(state.monitoring.metrics, metric, range).flatMap(({ at, points }) => {
    const value = statistic(points);
    return value === undefined ? [] : [{ at, value }];
  });
  const ordered = ScanBy === "TimestampAscending" ? found : found.reverse();
  return {
    Id,
    Label: Label ?? MetricName,
    Timestamps: ordered.map(({ at }) => at),
    Values: ordered.map(({ value }) => value),
    StatusCode: "Complete" as const,
  };
}
