import pMap from "p-map";
import { problemsOf } from "../../runner/problemsOf.ts";
import { withLock } from "../../runner/withLock.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import type { Progress } from "../deploy/deployAll.ts";
import { renewHandOuts } from "../handover/renewHandOuts.ts";
import type { Lease, Remaining } from "../lease/lease.ts";
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
  /** Whether a sandbox is still to be ended, asked when nobody else works on it any more. Default: it is. */
  readonly isDue?: (lease: Lease, now: Date) => boolean;
}

/** Whoever deploys or freezes a sandbox at the moment is waited for that many seconds. */
const patience = 60;

/**
 * Ends sandboxes, some at a time. One that cannot be ended is quarantined, with what is left of it, and does not stop the others: it is tried once more when
 * they have ended, for something of theirs may have used what is left. Ending what has ended changes nothing. Rejects when interrupted: ending again goes on.
 */
export async function endAll(order: EndAllOrder, places: Places): Promise<void> {
  const { ids, hear, folder } = order;
  let done = 0;
  const tell = (id: string, reason: string) =>
    hear({ lease: id, state: folder.leases.get(id).state, reason, done, of: ids.length });
  const endEach = async (some: readonly string[], told: (id: string, reason: string) => void) => {
    const { parallel, signal } = places.home.place;
    const ended = async (id: string) => {
      const lock = { ...lockOf(folder.leases.folderOf(id)), retries: patience };
      const worked = await withLock(lock, () => endOne(id, order, places));
      told(id, "result" in worked ? worked.result : `it is worked on by ${worked.heldBy}`);
    };
    await pMap(some, ended, { concurrency: parallel, signal });
  };
  const isLeft = (id: string) => folder.leases.get(id).state === "quarantined";
  await endEach(ids, (id, reason) => {
    done++;
    tell(id, reason);
  });
  const left = ids.filter(isLeft);
  if (left.length > 0 && ids.length > 1) await endEach(left, tell);
}

async function endOne(id: string, { folder, record, reason, isDue }: EndAllOrder, places: Places): Promise<string> {
  const { place } = places.home;
  const { leases } = folder;
  const now = await place.target.now();
  const before = leases.get(id);
  if (before.state === "ended") return "it had ended before";
  if (isDue?.(before, now) === false) return "it is not to be ended any more";
  leases.lead(id, "ending", { at: now, reason });
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
