import { UserError } from "../../errors/userError.ts";
import type { Found } from "../../runner/inventory/found.ts";
import { withLock } from "../../runner/withLock.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { limitLease } from "../deploy/deployLease.ts";
import { readCredentials } from "../handover/credentialsRecord.ts";
import { renewHandOuts } from "../handover/renewHandOuts.ts";
import { takeHoldings } from "../holdings/holdings.ts";
import type { Lease } from "../lease/lease.ts";
import { lockOf } from "../lease/lockOf.ts";
import { openStates } from "../lease/leaseState.ts";
import type { Places } from "../places/places.ts";
import { openStateOf } from "./openStateOf.ts";
import { switchAccessKeys } from "./switchAccessKeys.ts";
import { switchSignIns } from "./switchSignIns.ts";
import { tagExpiry } from "./tagExpiry.ts";

/** Which class is worked on, and where. */
export interface ChangePlace {
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
  readonly places: Places;
}

/** Whoever works on the sandbox at the moment is waited for that many seconds. */
const patience = 30;

/** Does something to a lease that nobody else works on. Throws a UserError where another process does not let go of it. */
export async function changing(
  id: string,
  { folder }: ChangePlace,
  work: (lease: Lease) => Promise<void>,
): Promise<void> {
  const lock = { ...lockOf(folder.leases.folderOf(id)), retries: patience };
  const worked = await withLock(lock, () => work(folder.leases.get(id)));
  if ("result" in worked) return;
  throw new UserError(
    `${id} is worked on by ${worked.heldBy}.`,
    "Try again when it is through: keylab sandbox show tells.",
    1,
  );
}

/**
 * Changes when access to a sandbox ends, and what its tags say of that. One that is over and was not ended yet opens again.
 *
 * @throws UserError for a time that is over, and where nothing stands that could be extended.
 */
export async function extendLease(id: string, until: Date, change: ChangePlace): Promise<void> {
  const { folder, places, record } = change;
  const { leases } = folder;
  await changing(id, change, async (lease) => {
    const at = await places.home.place.target.now();
    if (until <= at) throw new UserError(`${until.toISOString()} is over.`, "Give a time that is to come.");
    if (lease.state !== "frozen" && lease.state !== "expired" && !openStates.has(lease.state)) {
      throw new UserError(
        `${id} is ${lease.state}, and has no end to put off.`,
        "keylab sandbox list shows all states.",
      );
    }
    const site = await places.of(lease);
    leases.write(id, { type: "until", at: at.toISOString(), until: until.toISOString() });
    await limitLease({ lease: leases.get(id), record, folder }, lease.state === "frozen", site);
    if (lease.state === "expired") leases.lead(id, openStateOf(lease), { at, reason: "it was extended" });
    const { administrator } = site;
    await tagExpiry(administrator, await holdingsOf(lease, administrator), until.toISOString());
  });
}

/**
 * Takes everything from the users and roles of a sandbox: an explicit deny, no access keys, no sign-ins. Data stay.
 *
 * @param reason a clause
 * @throws UserError where nobody could work in it anyway.
 */
export async function freezeLease(id: string, reason: string, change: ChangePlace): Promise<void> {
  const { folder, places, record } = change;
  const { leases } = folder;
  await changing(id, change, async (lease) => {
    if (!openStates.has(lease.state) && lease.state !== "frozen") {
      throw new UserError(`${id} is ${lease.state}: nobody works in it.`, "keylab sandbox list shows all states.");
    }
    const site = await places.of(lease);
    const { administrator } = site;
    await limitLease({ lease, record, folder }, true, site);
    await switchAccessKeys(administrator, await usersOf(lease, administrator), "Inactive");
    await switchSignIns(administrator, readCredentials(leases.folderOf(id)) ?? [], "off");
    // Only now: where something fails, whoever looks after the class tries again.
    if (lease.state !== "frozen") leases.lead(id, "frozen", { at: await places.home.place.target.now(), reason });
  });
}

/** Gives back what freezing has taken. Throws a UserError where the sandbox is not frozen. */
export async function thawLease(id: string, change: ChangePlace): Promise<void> {
  const { folder, places, record } = change;
  const { leases } = folder;
  await changing(id, change, async (lease) => {
    if (lease.state !== "frozen") throw new UserError(`${id} is ${lease.state}, not frozen.`, "Nothing is to be done.");
    const site = await places.of(lease);
    const { administrator } = site;
    await switchSignIns(administrator, readCredentials(leases.folderOf(id)) ?? [], "on");
    await switchAccessKeys(administrator, await usersOf(lease, administrator), "Active");
    await limitLease({ lease, record, folder }, false, site);
    leases.lead(id, openStateOf(lease), { at: await places.home.place.target.now(), reason: "it was thawed" });
    await renewHandOuts(id, change);
  });
}

/** The names of all users of a sandbox, those included that the student has made. */
async function usersOf(lease: Lease, administrator: Session): Promise<string[]> {
  const holdings = await holdingsOf(lease, administrator);
  return holdings.flatMap(({ kind, id }) => (kind === "user" ? [id] : []));
}

async function holdingsOf(lease: Lease, administrator: Session): Promise<readonly Found[]> {
  const { ofLeases } = await takeHoldings(administrator, [lease]);
  return ofLeases.get(lease.id) ?? [];
}
