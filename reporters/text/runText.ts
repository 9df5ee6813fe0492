import type { RunStarted } from "../events.ts";

/** Which run it is, and how its scenarios were chosen: `Run 20260102T100000-a1b2c3, shard 2/4, order drawn with seed 7`. */
export function runText({ runId, shard, seed }: RunStarted): string {
  return [
    `Run ${runId}`,
    ...(shard === undefined ? [] : [`shard ${shard.index}/${shard.of}`]),
    ...(seed === undefined ? [] : [`order drawn with seed ${seed}`]),
  ].join(", ");
}
