import type { PutMetricFilterCommandInput } from "@aws-sdk/client-cloudwatch-logs";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { readFilterPattern } from "../filterPattern.ts";
import { findLogGroup } from "../findLogGroup.ts";
import { logGroupAccess } from "../logGroupAccess.ts";
import { invalidParameter } from "../logsError.ts";
import { readTransformation } from "../readTransformation.ts";

/** How many metric filters a log group has. Source: CloudWatch Logs User Guide, "CloudWatch Logs quotas". */
const maximumFilters = 100;

/** Makes a metric of the events of a log group that match a pattern, or changes how. It sees the events that come from now on. */
export const putMetricFilter = operation<Input<PutMetricFilterCommandInput>, object>({
  service: "logs",
  name: "PutMetricFilter",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html",
  readOnly: false,
  unsupported: ["applyOnTransformedLogs", "emitSystemFieldDimensions", "fieldSelectionCriteria"],
  access: (context, { logGroupName }) => logGroupAccess(context, "PutMetricFilter", { logGroupName }),
  run: (context, { logGroupName, filterName, filterPattern, metricTransformations }) => {
    const { metricFilters } = findLogGroup(context, { logGroupName });
    const [stated] = metricTransformations;
    if (!stated) throw invalidParameter("A metric filter has one metric transformation.");
    if (!metricFilters.has(filterName) && metricFilters.size >= maximumFilters) {
      throw new AwsError("LimitExceededException", "Resource limit exceeded.");
    }
    metricFilters.set(filterName, {
      name: filterName,
      pattern: filterPattern,
      matches: readFilterPattern(filterPattern),
      transformation: readTransformation(stated),
      creationTime: context.now.getTime(),
    });
    return {};
  },
});
