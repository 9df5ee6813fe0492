import pLimit from "p-limit";
import pMap from "p-map";
import { withLocks } from "../../runner/withLock.ts";
import type { Progress } from "../deploy/deployAll.ts";
import type { Lease } from "../lease/lease.ts";
import { lockOf } from "../lease/lockOf.ts";
import { groupBySite } from "../places/groupBySite.ts";
import type { Places } from "../places/places.ts";
import { endBatch, type BatchOrder, type Told } from "./endBatch.ts";

/** What is ended, why, and who hears of it. */
export interface EndAllOrder extends Omit<BatchOrder, "takeTurn"> {
  readonly ids: readonly string[];
  readonly hear: (progress: Progress) => void;
}

/** Whoever deploys or freezes a sandbox at the moment is waited for that many seconds. */
const patience = 60;

/** So many sandboxes share the looks through their account. */
const batchSize = 20;

/**
 * Ends sandboxes, some at a time. One that cannot be ended is quarantined, with what is left of it, and does not stop the others: it is tried once more when
 * they have ended, for something of theirs may have used what is left. Ending what has ended changes nothing. Rejects when interrupted: ending again goes on.
 */
export async function endAll(order: EndAllOrder, places: Places): Promise<void> {
  const { ids, hear, folder } = order;
  const { parallel, signal } = places.home.place;
  const takeTurn = pLimit(parallel);
  let done = 0;
  const tell: Told = (id, reason) => {
    hear({ lease: id, state: folder.leases.get(id).state, reason, done, of: ids.length });
  };
  const endEach = async (some: readonly string[], told: Told) => {
    const batches = groupBySite(
      places,
      some.map((id) => folder.leases.get(id)),
    ).flatMap(inBatches);
    const end = async (batch: readonly Lease[]) => {
      const locks = new Map(batch.map(({ id }) => [id, { ...lockOf(folder.leases.folderOf(id)), retries: patience }]));
      const work = (held: readonly string[]) => endBatch(held, { ...order, takeTurn }, places, told);
      await withLocks(locks, work, (id, heldBy) => told(id, `it is worked on by ${heldBy}`));
    };
    await pMap(batches, end, { concurrency: parallel, signal });
  };
  await endEach(ids, (id, reason) => {
    done++;
    tell(id, reason);
  });
  const left = ids.filter((id) => folder.leases.get(id).state === "quarantined");
  if (left.length > 0 && ids.length > 1) await endEach(left, tell);
}

function inBatches(leases: readonly Lease[]): readonly (readonly Lease[])[] {
  const starts = leases.flatMap((_, index) => (index % batchSize === 0 ? [index] : []));
  return starts.map((start) => leases.slice(start, start + batchSize));
}
