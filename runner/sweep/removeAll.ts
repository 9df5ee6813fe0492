import { setTimeout } from "node:timers/promises";
import pMap from "p-map";
import type { Administrators } from "../administrators.ts";
import type { Found } from "../inventory/found.ts";
import { removeOnce } from "./removeOnce.ts";

/** Something that is still there, and why, as a clause. */
export interface Remaining {
  readonly item: string;
  readonly reason: string;
}

/** What is still being made or deleted is asked for again. */
const rounds = 5;
const pauseMilliseconds = 1_000;

const groupsAtATime = 4;

/**
 * Removes what is planned, and looks again until nothing is left or it does not help any more. One thing that cannot be removed does
 * not stop the rest, but for users and roles of which one may be the only owner of a key that nobody else may delete.
 *
 * @param look tells what is to be removed, in that order
 */
export async function removeAll(
  look: () => Promise<readonly Found[]>,
  administrators: Administrators,
): Promise<readonly Remaining[]> {
  const remaining = await removeGroups(async () => new Map([["", await look()]]), administrators);
  return remaining.get("") ?? [];
}

/**
 * The same for several groups, whose owners have nothing to do with each other.
 *
 * @param look tells what is to be removed of each group, in that order
 * @returns what is still there of each group of which something is
 */
export async function removeGroups<Group>(
  look: () => Promise<ReadonlyMap<Group, readonly Found[]>>,
  administrators: Administrators,
): Promise<ReadonlyMap<Group, readonly Remaining[]>> {
  let failed: ReadonlyMap<string, string> = new Map();
  for (let round = 0; round < rounds; round++) {
    if (failed.size > 0) await setTimeout(pauseMilliseconds);
    const planned = [...(await look()).values()].filter((group) => group.length > 0);
    if (planned.length === 0) return new Map();
    const each = await pMap(planned, (group) => removeOnce(group, administrators), { concurrency: groupsAtATime });
    failed = new Map(each.flatMap((one) => [...one]));
  }
  const told = ({ item }: Found) => ({ item, reason: failed.get(item) ?? "it is still there" });
  const left = [...(await look())].filter(([, group]) => group.length > 0);
  return new Map(left.map(([group, found]) => [group, found.map(told)]));
}
