import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Administrators } from "../../runner/administrators.ts";
import type { Found } from "../../runner/inventory/found.ts";
import { removeAll, type Remaining } from "../../runner/sweep/removeAll.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { openStack } from "../deploy/openStack.ts";
import { writeCredentials } from "../handover/credentialsRecord.ts";
import { takeHoldings } from "../holdings/holdings.ts";
import type { Lease } from "../lease/lease.ts";
import type { Site } from "../places/site.ts";
import type { Workplace } from "../workplace.ts";
import { keysMadeBy } from "../holdings/keysMadeBy.ts";
import { regainKeys } from "./regainKeys.ts";
import { revokeGrants } from "./revokeGrants.ts";

/** What is ended. */
export interface EndOrder {
  readonly lease: Lease;
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
}

/**
 * Removes a sandbox with everything that the student has made in it, and then looks whether something is left: first the keys that shut the instructor
 * out are taken back, then the engine destroys what it has deployed, then what is left is removed thing by thing. Keys are scheduled for deletion, with the shortest
 * window.
 *
 * @returns what is still there, with what a human can do about it; if nothing is, nothing of the sandbox is left on this machine either but its journal.
 */
export async function endLease(
  { lease, record, folder }: EndOrder,
  { place, region }: Site,
): Promise<readonly Remaining[]> {
  const administrators = new Administrators(place.target, []);
  const session = administrators.in(region).retrying;
  try {
    const made = await keysMadeBy(session, [lease.id], new Date(record.created));
    const look = async (): Promise<readonly Found[]> =>
      (await takeHoldings(session, [lease], made)).ofLeases.get(lease.id) ?? [];
    await regainKeys(session, await look());
    await destroy(lease, folder, place);
    // Only now: services that the engine has just left need their grants no longer.
    await revokeGrants(session, await look());
    const remaining = await removeAll(look, administrators);
    if (remaining.length === 0) await forget(lease, folder);
    return remaining.map(({ item, reason }) => ({ item, reason: `${reason}. ${nextStepFor(item)}` }));
  } finally {
    administrators.close();
  }
}

/** What the engine cannot do is done without it: the student may have changed what it deployed, or deleted it. */
async function destroy({ id, history }: Lease, folder: ClassFolder, place: Workplace): Promise<void> {
  if (!history.some(({ state }) => state === "deploying")) return;
  try {
    const engine = await openStack(folder.leases.folderOf(id), place);
    await engine.destroy(place.signal);
    await engine.forget();
  } catch {
    place.signal.throwIfAborted();
    // Whatever is still there is removed by name, or told with the reason.
  }
}

async function forget({ id }: Lease, folder: ClassFolder): Promise<void> {
  const path = folder.leases.folderOf(id);
  writeCredentials(path, undefined);
  for (const name of ["workspace", "state"]) await rm(join(path, name), { recursive: true, force: true });
}

function nextStepFor(item: string): string {
  return item.includes(":key/")
    ? "Only somebody whom its key policy names can schedule its deletion; where nobody is left, AWS Support can."
    : "Remove it by hand, then end the sandbox again.";
}
