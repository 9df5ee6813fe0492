import type { Scenario } from "../scenarios/contract/scenario.ts";

/** One of several parts of a selection, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * The scenarios of one shard, in the order in which they are given. The same scenarios and durations are always split alike, into
 * parts that take about as long as each other: the longest scenario first, each goes to the part that has least to do.
 *
 * @param seconds how long a scenario takes, by its id; one that is not there takes as long as the others do on average. If none is
 *   there, the parts have as many scenarios as each other.
 */
export function shardOf(
  scenarios: readonly Scenario[],
  { index, of }: Shard,
  seconds: ReadonlyMap<string, number>,
): readonly Scenario[] {
  const known = scenarios.flatMap(({ id }) => seconds.get(id) ?? []);
  const average = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  const takes = ({ id }: Scenario) => seconds.get(id) ?? average;
  const longestFirst = scenarios.toSorted((one, other) => takes(other) - takes(one) || (one.id < other.id ? -1 : 1));
  const parts = Array.from({ length: of }, () => ({ seconds: 0, ids: new Set<string>() }));
  for (const scenario of longestFirst) {
    const least = parts.reduce((best, part) => (part.seconds < best.seconds ? part : best));
    least.seconds += takes(scenario);
    least.ids.add(scenario.id);
  }
  return scenarios.filter(({ id }) => parts[index - 1]?.ids.has(id));
}
