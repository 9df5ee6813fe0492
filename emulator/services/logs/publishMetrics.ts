import type { CallContext } from "../../callContext.ts";
import { dataPoint } from "../cloudwatch/dataPoint.ts";
import type { Dimension } from "../cloudwatch/metricStore.ts";
import { jsonDocument, valueAt, type JsonPath } from "./jsonSelector.ts";
import type { LogGroup } from "./logGroup.ts";
import type { MetricFilter, MetricTransformation } from "./metricFilter.ts";

/** A log event as it came. */
interface IncomingEvent {
  readonly timestamp: number;
  readonly message: string;
}

/**
 * Publishes what the metric filters of a log group make of events that came at once: a value for each that matches or, where
 * none does, the default value for each.
 * Source: CloudWatch Logs User Guide, "Setting how the metric value changes when matches are found".
 */
export function publishMetrics(context: CallContext, group: LogGroup, events: readonly IncomingEvent[]): void {
  for (const filter of group.metricFilters.values()) publishOf(context, filter, events);
}

function publishOf(
  context: CallContext,
  { matches, transformation }: MetricFilter,
  events: readonly IncomingEvent[],
): void {
  const found = events.filter(({ message }) => matches(message));
  for (const { timestamp, message } of found) {
    const document = jsonDocument(message);
    const value = valueIn(document, transformation);
    const dimensions = dimensionsIn(document, transformation);
    if (value !== undefined && dimensions) publish(context, transformation, dimensions, timestamp, value);
  }
  if (found.length > 0 || transformation.defaultValue === undefined) return;
  for (const { timestamp } of events) publish(context, transformation, [], timestamp, transformation.defaultValue);
}

/** `undefined` where the event has no number there. */
function valueIn(document: object | undefined, { value }: MetricTransformation): number | undefined {
  if (typeof value === "number") return value;
  const text = scalarAt(document, value);
  return text === undefined || text.trim() === "" || !Number.isFinite(Number(text)) ? undefined : Number(text);
}

/** `undefined` where the event lacks one of them: then there is no metric. */
function dimensionsIn(document: object | undefined, { dimensions }: MetricTransformation): Dimension[] | undefined {
  const found = [...dimensions].flatMap(([Name, path]) => {
    const Value = scalarAt(document, path);
    return Value === undefined ? [] : [{ Name, Value }];
  });
  return found.length === dimensions.size ? found : undefined;
}

function scalarAt(document: object | undefined, path: JsonPath): string | undefined {
  const value = document && valueAt(document, path);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function publish(
  { state }: CallContext,
  { metricNamespace: namespace, metricName: name, unit }: MetricTransformation,
  dimensions: readonly Dimension[],
  timestamp: number,
  value: number,
): void {
  const point = dataPoint(new Date(timestamp), unit, [{ value, count: 1 }]);
  state.monitoring.publish({ namespace, name, dimensions }, point);
}
