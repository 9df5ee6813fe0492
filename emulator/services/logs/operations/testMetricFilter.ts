import type { TestMetricFilterCommandInput, TestMetricFilterCommandOutput } from "@aws-sdk/client-cloudwatch-logs";
import { operation, type Input, type Output } from "../../../operation.ts";
import { readFilterPattern } from "../filterPattern.ts";
import { accountAccess } from "../logGroupAccess.ts";

/** Tells which of some messages a pattern matches. Source: CloudWatch Logs API Reference, TestMetricFilter: they are counted from 0. */
export const testMetricFilter = operation<Input<TestMetricFilterCommandInput>, Output<TestMetricFilterCommandOutput>>({
  service: "logs",
  name: "TestMetricFilter",
  documentation: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html",
  readOnly: true,
  access: (context) => accountAccess(context, "TestMetricFilter"),
  run: (_context, { filterPattern, logEventMessages }) => {
    const matches = readFilterPattern(filterPattern);
    return {
      matches: logEventMessages.flatMap((eventMessage, eventNumber) =>
        // Values are extracted from space-delimited events alone.
        matches(eventMessage) ? [{ eventNumber, eventMessage, extractedValues: {} }] : [],
      ),
    };
  },
});
