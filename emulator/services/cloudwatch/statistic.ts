import type { DataPoint } from "./dataPoint.ts";

/** One number made of the data points of a period; `undefined` where they do not tell it. */
export type Statistic = (points: readonly DataPoint[]) => number | undefined;

const total = (points: readonly DataPoint[], of: (point: DataPoint) => number): number =>
  points.reduce((sum, point) => sum + of(point), 0);

const sampleCount = (points: readonly DataPoint[]): number => total(points, (point) => point.sampleCount);
const sum = (points: readonly DataPoint[]): number => total(points, (point) => point.sum);

const simple: ReadonlyMap<string, Statistic> = new Map<string, Statistic>([
  ["SampleCount", sampleCount],
  ["Sum", sum],
  ["Average", (points) => sum(points) / sampleCount(points)],
  ["Minimum", (points) => points.reduce((least, { minimum }) => Math.min(least, minimum), Infinity)],
  ["Maximum", (points) => points.reduce((most, { maximum }) => Math.max(most, maximum), -Infinity)],
]);

/**
 * The statistic of a name: `Sum`, or a percentile such as `p99.9`. `undefined` for what is none, and for the statistics that
 * are not carried: trimmed means, percentile ranks and their like.
 * Source: CloudWatch User Guide, "Statistics definitions".
 */
export function statisticNamed(name: string): Statistic | undefined {
  const [, percent] = /^p(\d{1,3}(?:\.\d{1,10})?)$/.exec(name) ?? [];
  if (percent === undefined) return only(simple.get(name));
  return Number(percent) <= 100 ? only((points) => percentile(points, Number(percent))) : undefined;
}

/** Nothing is told of no data. */
function only(statistic: Statistic | undefined): Statistic | undefined {
  return statistic && ((points) => (points.length === 0 ? undefined : statistic(points)));
}

/**
 * The smallest value that this share of all values does not exceed. AWS interpolates in a way that is not recorded anywhere;
 * where all values are the same, it makes no difference.
 */
function percentile(points: readonly DataPoint[], percent: number): number | undefined {
  if (points.some(({ samples }) => samples === undefined)) return undefined;
  const samples = points.flatMap((point) => point.samples ?? []).sort((a, b) => a.value - b.value);
  const rank = (percent / 100) * sampleCount(points);
  let seen = 0;
  return (
    samples.find(({ count }) => {
      seen += count;
      return seen >= rank;
    })?.value ?? samples.at(-1)?.value
  );
}
