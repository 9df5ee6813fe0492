import type { PutMetricDataCommandInput } from "@aws-sdk/client-cloudwatch";
import { operation, type Input } from "../../../operation.ts";
import { metricAccess } from "../alarmAccess.ts";
import { readDatum } from "../dataPoint.ts";
import { missingParameter } from "../cloudWatchError.ts";

/** Adds data points to metrics: all of them, or none if one of them is wrong. */
export const putMetricData = operation<Input<PutMetricDataCommandInput>, object>({
  service: "monitoring",
  name: "PutMetricData",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html",
  readOnly: false,
  unsupported: ["EntityMetricData"],
  audit: { kind: "data" },
  access: (context, { Namespace }) => metricAccess(context, "PutMetricData", { "cloudwatch:namespace": Namespace }),
  run: ({ state, now }, { Namespace, MetricData }) => {
    if (!MetricData || MetricData.length === 0) throw missingParameter("The parameter MetricData is required.");
    const read = MetricData.map((datum) => ({ datum, point: readDatum(datum, now) }));
    for (const { datum, point } of read) {
      const metric = { namespace: Namespace, name: datum.MetricName, dimensions: datum.Dimensions ?? [] };
      state.monitoring.publish(metric, point);
    }
    return {};
  },
});
