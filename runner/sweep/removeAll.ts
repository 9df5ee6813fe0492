import { setTimeout } from "node:timers/promises";
import type { Administrators } from "../administrators.ts";
import type { Found } from "../inventory/found.ts";
import { readRefusal } from "../readRefusal.ts";
import { removeFound } from "./removeFound.ts";

/** Something that is still there, and why, as a clause. */
export interface Remaining {
  readonly item: string;
  readonly reason: string;
}

/** What is still being made or deleted is asked for again. */
const rounds = 5;
const pauseMilliseconds = 1_000;

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
  let failed: ReadonlyMap<string, string> = new Map();
  for (let round = 0; round < rounds; round++) {
    if (failed.size > 0) await setTimeout(pauseMilliseconds);
    const planned = await look();
    if (planned.length === 0) return [];
    failed = await removeOnce(planned, administrators);
  }
  return (await look()).map(({ item }) => ({ item, reason: failed.get(item) ?? "it is still there" }));
}

/** Why what could not be removed could not. */
async function removeOnce(planned: readonly Found[], administrators: Administrators): Promise<Map<string, string>> {
  const failed = new Map<string, string>();
  const owners = planned.filter(isOwner).map(({ item }) => item);
  let locked: string | undefined;
  for (const found of planned) {
    if (locked !== undefined && isOwner(found)) {
      failed.set(found.item, `it may be the only owner of ${locked}`);
      continue;
    }
    try {
      await removeFound(administrators.in(found.region).retrying, found, owners);
    } catch (error) {
      failed.set(found.item, error instanceof Error ? error.message : String(error));
      if (found.kind === "key" && readRefusal(error)?.denial) locked = found.item;
    }
  }
  return failed;
}

function isOwner({ kind }: Found): boolean {
  return kind === "role" || kind === "user";
}
