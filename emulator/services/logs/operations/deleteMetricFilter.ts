import type { DeleteMetricFilterCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input } from "../../../operation.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { missing } from "../logsError.ts";

/** Removes a metric filter; the metric keeps its data. */
export const deleteMetricFilter = operation<Input<DeleteMetricFilterCommandInput>, object>({
  service: "logs",
  name: "DeleteMetricFilter",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteMetricFilter.html",
  readOnly: false,
  access: (context, { logGroupName }) => logGroupAccess(context, "DeleteMetricFilter", { logGroupName }),
  run: (context, { logGroupName, filterName }) => {
    const { metricFilters } = findLogGroup(context, { logGroupName });
    if (!metricFilters.delete(filterName)) throw missing("metric filter");
    return {};
  },
});
