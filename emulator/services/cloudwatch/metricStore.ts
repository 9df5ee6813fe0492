import type { DataPoint } from "./dataPoint.ts";

/** One dimension of a metric. */
export interface Dimension {
  readonly Name: string;
  readonly Value: string;
}

/** What data points belong to. Metrics with other dimensions are other metrics. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly Dimension[];
}

/** How many data points of a metric are kept; the oldest are forgotten first. */
const capacity = 100_000;

/** The metrics of an account in one region. */
export class MetricStore {
  readonly #series = new Map<string, { readonly metric: Metric; readonly points: DataPoint[] }>();

  add(metric: Metric, point: DataPoint): void {
    const key = keyOf(metric);
    const { points } = this.#series.get(key) ?? { points: [] };
    this.#series.set(key, { metric, points });
    points.splice(firstAtOrAfter(points, point.at + 1), 0, point);
    if (points.length > capacity) points.splice(0, capacity / 10);
  }

  /** The data points from one moment (inclusive) until another (exclusive), in milliseconds, oldest first. */
  between(metric: Metric, from: number, until: number): readonly DataPoint[] {
    const points = this.#series.get(keyOf(metric))?.points ?? [];
    return points.slice(firstAtOrAfter(points, from), firstAtOrAfter(points, until));
  }

  /** Every metric that has data, with the moment of its newest data point, in the order of the first ones. */
  all(): { readonly metric: Metric; readonly newest: number }[] {
    return [...this.#series.values()].map(({ metric, points }) => ({ metric, newest: points.at(-1)?.at ?? 0 }));
  }
}

/** The same for the same metric, in whatever order its dimensions are stated. */
export function keyOf({ namespace, name, dimensions }: Metric): string {
  const pairs = dimensions.map(({ Name, Value }) => JSON.stringify([Name, Value]));
  return JSON.stringify([namespace, name, pairs.sort()]);
}

/** Found by halving: an alarm asks for a few of many. */
function firstAtOrAfter(points: readonly DataPoint[], moment: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const point = points[middle];
    if (point !== undefined && point.at < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
