import { InvalidArgumentError } from "commander";
import type { Shard } from "../../runner/shard.ts";

/** Reads `2/4`. Throws an InvalidArgumentError that says what a shard is. */
export function readShard(text: string): Shard {
  const [, index = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError("A shard is one of several parts, such as 1/4, 2/4, 3/4 and 4/4.");
}
