import pMap from "p-map";
import { problemsOf } from "../../runner/problemsOf.ts";
import { withLock } from "../../runner/withLock.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import type { Progress } from "../deploy/deployAll.ts";
import { renewHandOuts } from "../handover/renewHandOuts.ts";
import type { Remaining } from "../lease/lease.ts";
import { lockOf } from "../lease/lockOf.ts";
import type { Places } from "../places/places.ts";
import { endLease } from "./endLease.ts";

/** What is ended, why, and who hears of it. */
export interface EndAllOrder {
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
  readonly ids: readonly string[];
  /** A clause. */
  readonly reason: string;
  readonly hear: (progress: Progress) => void;
}

/** Whoever deploys or freezes a sandbox at the moment is waited for that many seconds. */
const patience = 60;

/**
 * Ends sandboxes, some at a time. One that cannot be ended is quarantined, with what is left of it, and does not stop the others. Ending what has ended
 * changes nothing. Rejects when interrupted: ending again goes on.
 */
export async function endAll(order: EndAllOrder, places: Places): Promise<void> {
  const { ids, hear, folder } = order;
  const { parallel, signal } = places.home.place;
  let done = 0;
  await pMap(
    ids,
    async (id) => {
      const lock = { ...lockOf(folder.leases.folderOf(id)), retries: patience };
      const worked = await withLock(lock, () => endOne(id, order, places));
      done++;
      const reason = "result" in worked ? worked.result : `it is worked on by ${worked.heldBy}`;
      hear({ lease: id, state: folder.leases.get(id).state, reason, done, of: ids.length });
    },
    { concurrency: parallel, signal },
  );
}

async function endOne(id: string, { folder, record, reason }: EndAllOrder, places: Places): Promise<string> {
  const { place } = places.home;
  const { leases } = folder;
  if (leases.get(id).state === "ended") return "it had ended before";
  leases.lead(id, "ending", { at: await place.target.now(), reason });
  const lease = leases.get(id);
  const ended = async () => endLease({ lease, record, folder }, await places.of(lease));
  const remaining = await ended().catch((error: unknown) => {
    place.signal.throwIfAborted();
    return problemsOf(error, { stage: "clean-up" }).map(({ message }): Remaining => ({ item: id, reason: message }));
  });
  const at = await place.target.now();
  leases.write(id, { type: "remaining", at: at.toISOString(), remaining });
  const isClean = remaining.length === 0;
  const told = isClean ? "nothing of it is left" : remaining.map(({ item }) => `${item} is left`).join(", ");
  leases.lead(id, isClean ? "ended" : "quarantined", { at, reason: told });
  if (!isClean) return told;
  // One file that cannot be written does not keep the other sandboxes from ending: it stays known until the class ends.
  const problem = await renewHandOuts(id, { folder, record, places }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return problem instanceof Error ? `${told}; ${problem.message}` : told;
}
