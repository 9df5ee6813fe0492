import { basename } from "node:path";
import pMap from "p-map";
import { UserError } from "../../errors/userError.ts";
import { problemsOf } from "../../runner/problemsOf.ts";
import { withLock } from "../../runner/withLock.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { endLease } from "../end/endLease.ts";
import { renewHandOuts } from "../handover/renewHandOuts.ts";
import type { Lease } from "../lease/lease.ts";
import { unmadeStates, type LeaseState } from "../lease/leaseState.ts";
import { lockOf } from "../lease/lockOf.ts";
import type { Places } from "../places/places.ts";
import type { Site } from "../places/site.ts";
import { deployLease } from "./deployLease.ts";

/** Something that happened to a sandbox while many are worked on. */
export interface Progress {
  readonly lease: string;
  readonly state: LeaseState;
  readonly reason: string;
  /** How many are through, well or not. */
  readonly done: number;
  readonly of: number;
}

/** What is made, and who hears of it. */
export interface DeployAllOrder {
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
  readonly ids: readonly string[];
  readonly hear: (progress: Progress) => void;
}

/** The lock of somebody who was killed opens by itself after a while: it is waited for that many seconds. */
const patience = 15;

/** A sandbox that could not be made is tried that often in all. */
const tries = 2;

/**
 * Makes sandboxes, some at a time. One that cannot be made is tried again, then reported, and does not stop the others. Rejects when interrupted: what was begun is
 * gone on with the next time.
 */
export async function deployAll(order: DeployAllOrder, places: Places): Promise<void> {
  const { ids, hear } = order;
  const { parallel, signal } = places.home.place;
  let done = 0;
  await pMap(
    ids,
    async (id) => {
      const tell = (state: LeaseState, reason: string) => hear({ lease: id, state, reason, done, of: ids.length });
      const lock = { ...lockOf(order.folder.leases.folderOf(id)), retries: patience };
      const worked = await withLock(lock, () => deployOne(id, order, places, tell));
      done++;
      const reason = "result" in worked ? worked.result : `it is worked on by ${worked.heldBy}`;
      tell(order.folder.leases.get(id).state, reason);
    },
    { concurrency: parallel, signal },
  );
}

async function deployOne(
  id: string,
  { folder, record }: DeployAllOrder,
  places: Places,
  tell: (state: LeaseState, reason: string) => void,
): Promise<string> {
  const { leases } = folder;
  const { place } = places.home;
  const at = () => place.target.now();
  const { state } = leases.get(id);
  // Whoever held the lock may have made it meanwhile: what a student works in is not made anew.
  if (!unmadeStates.has(state)) return "somebody else has seen to it meanwhile";
  const wasBegun = state !== "requested";
  for (let attempt = 1; ; attempt++) {
    const reason = attempt === 1 ? "its turn has come" : "it is tried again";
    leases.lead(id, "deploying", { at: await at(), reason });
    tell("deploying", reason);
    try {
      const site = await places.of(leases.get(id));
      if (attempt > 1 || wasBegun) await clear(leases.get(id), { record, folder }, site);
      await deployLease({ lease: leases.get(id), record, folder }, site);
    } catch (error) {
      place.signal.throwIfAborted();
      const [problem] = problemsOf(error, { stage: "deployment" });
      const why = problem?.message ?? `the stack ${basename(folder.path)} could not be deployed`;
      leases.lead(id, "failed", { at: await at(), reason: why });
      if (attempt === tries) return why;
      continue;
    }
    leases.lead(id, "ready", { at: await at(), reason: "it was deployed" });
    await renewHandOuts(id, { folder, record, places });
    return "it was deployed";
  }
}

/**
 * Removes what a deployment has made that failed or was interrupted: what was being made when the engine was killed is not in its state, and would be in
 * the way. Throws a UserError with the first thing that cannot be removed.
 */
async function clear(
  lease: Lease,
  { record, folder }: Pick<DeployAllOrder, "record" | "folder">,
  site: Site,
): Promise<void> {
  const [first] = await endLease({ lease, record, folder }, site);
  if (first)
    throw new UserError(`${first.item} is in the way. ${first.reason}`, "Then go on with keylab sandbox up.", 1);
}
