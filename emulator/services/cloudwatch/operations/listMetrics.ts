import type { ListMetricsCommandInput, ListMetricsCommandOutput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input, type Output } from "../../../operation.ts";
import { metricAccess } from "../alarmAccess.ts";
import { keyOf } from "../metricStore.ts";
import { page } from "../page.ts";

/** Three hours, in milliseconds: the only value of `RecentlyActive`. */
const recently = 3 * 3_600_000;

/** Lists the metrics that have data. */
export const listMetrics = operation<Input<ListMetricsCommandInput>, Output<ListMetricsCommandOutput>>({
  service: "monitoring",
  name: "ListMetrics",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html",
  readOnly: true,
  unsupported: ["IncludeLinkedAccounts", "OwningAccount"],
  access: (context) => metricAccess(context, "ListMetrics"),
  run: ({ state, now }, input) => {
    const { Namespace, MetricName, Dimensions = [], RecentlyActive, NextToken } = input;
    const since = RecentlyActive === undefined ? 0 : now.getTime() - recently;
    const found = state.monitoring.metrics
      .all()
      .filter(
        ({ metric: { namespace, name, dimensions }, newest }) =>
          newest >= since &&
          (Namespace ?? namespace) === namespace &&
          (MetricName ?? name) === name &&
          Dimensions.every(({ Name, Value }) =>
            dimensions.some((known) => known.Name === Name && (Value ?? known.Value) === known.Value),
          ),
      );
    const { items, next } = page(found, ({ metric }) => keyOf(metric), 500, NextToken);
    const shown = items.map(({ metric: { namespace, name, dimensions } }) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: [...dimensions],
    }));
    return { Metrics: shown, NextToken: next };
  },
});
