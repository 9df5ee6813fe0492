import type {
  DescribeMetricFiltersCommandInput,
  DescribeMetricFiltersCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import type { LogGroup } from "../logGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";
import type { MetricFilter } from "../metricFilter.ts";
import { page } from "../page.ts";

/** Shows the metric filters of a log group, or of all; by name or metric. */
export const describeMetricFilters = operation<
  Input<DescribeMetricFiltersCommandInput>,
  Output<DescribeMetricFiltersCommandOutput>
>({
  service: "logs",
  name: "DescribeMetricFilters",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html",
  readOnly: true,
  access: (context, { logGroupName = "" }) => logGroupAccess(context, "DescribeMetricFilters", { logGroupName }),
  run: (context, input) => {
    const { logGroupName, filterNamePrefix = "", metricName, metricNamespace } = input;
    if ((metricName === undefined) !== (metricNamespace === undefined)) {
      throw invalidParameter("metricName and metricNamespace must be specified together.");
    }
    const groups = logGroupName === undefined ? context.state.logs.groups() : [findLogGroup(context, { logGroupName })];
    const found = groups.flatMap((group) => [...group.metricFilters.values()].map((filter) => shown(group, filter)));
    const asked = found.filter(({ filterName, metricTransformations: [transformation] }) => {
      const isOfMetric =
        transformation?.metricName === metricName && transformation?.metricNamespace === metricNamespace;
      return filterName.startsWith(filterNamePrefix) && (metricName === undefined || isOfMetric);
    });
    const keyOf = ({ logGroupName: group, filterName }: (typeof asked)[number]) => `${filterName}:${group}`;
    const { items, next } = page(asked, keyOf, input.limit ?? 50, input.nextToken);
    return { metricFilters: items, nextToken: next };
  },
});

function shown({ name: logGroupName }: LogGroup, { name, pattern, transformation, creationTime }: MetricFilter) {
  const { metricName, metricNamespace, metricValue, defaultValue, statedDimensions, unit } = transformation;
  return {
    filterName: name,
    filterPattern: pattern,
    metricTransformations: [
      { metricName, metricNamespace, metricValue, defaultValue, dimensions: statedDimensions, unit },
    ],
    creationTime,
    logGroupName,
  };
}
