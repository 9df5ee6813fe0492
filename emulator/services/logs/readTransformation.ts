import type { MetricTransformation as StatedTransformation } from "@aws-sdk/client-cloudwatch-logs";
import type { Input } from "../../operation.ts";
import { readSelector, type JsonPath } from "./jsonSelector.ts";
import { invalidParameter } from "./logsError.ts";
import type { MetricTransformation, MetricValue } from "./metricFilter.ts";

/** How many dimensions a metric of a filter has. Source: CloudWatch Logs API Reference, MetricTransformation. */
const maximumDimensions = 3;

/**
 * Reads what a metric filter publishes. Throws InvalidParameterException.
 * Source of the rules: CloudWatch Logs API Reference, MetricTransformation.
 */
export function readTransformation(stated: Input<StatedTransformation>): MetricTransformation {
  const { metricName, metricNamespace, metricValue, defaultValue, dimensions, unit = "None" } = stated;
  if (dimensions && defaultValue !== undefined) {
    throw invalidParameter(
      "Invalid metric transformation: dimensions and default value are mutually exclusive properties.",
    );
  }
  const read = Object.entries(dimensions ?? {}).map(([name, selector]) => [name, selected(selector)] as const);
  if (read.length > maximumDimensions) {
    throw invalidParameter(`A metric filter has at most ${maximumDimensions} dimensions, not ${read.length}.`);
  }
  const value = readValue(metricValue);
  const ofMetric = { metricName, metricNamespace, metricValue, defaultValue, unit };
  return { ...ofMetric, value, dimensions: new Map(read), statedDimensions: dimensions };
}

function readValue(text: string): MetricValue {
  if (text.startsWith("$")) return selected(text);
  const number = Number(text);
  if (text.trim() !== "" && Number.isFinite(number)) return number;
  throw invalidParameter(`The metricValue ${text} is neither a number nor a selector such as $.latency.`);
}

function selected(selector: string): JsonPath {
  const path = readSelector(selector);
  if (!path) throw invalidParameter(`${selector} is not a selector such as $.latency.`);
  return path;
}
