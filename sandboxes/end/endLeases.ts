import pMap from "p-map";
import { Administrators } from "../../runner/administrators.ts";
import { removeGroups } from "../../runner/sweep/removeAll.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { takeHoldings } from "../holdings/holdings.ts";
import { keysMadeBy } from "../holdings/keysMadeBy.ts";
import type { Lease, Remaining } from "../lease/lease.ts";
import type { Site } from "../places/site.ts";
import { destroyStack } from "./destroyStack.ts";
import { forgetLease } from "./forgetLease.ts";
import { notEnded } from "./notEnded.ts";
import { regainKeys } from "./regainKeys.ts";
import { revokeGrants } from "./revokeGrants.ts";

/** What is ended, all of it at one site. */
export interface EndOrder {
  readonly leases: readonly Lease[];
  readonly record: ClassRecord;
  readonly folder: ClassFolder;
  /** Lets an engine work when it is its turn. Default: all at once. */
  readonly takeTurn?: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Removes sandboxes with everything that the students have made in them, and then looks whether something is left: first the keys that shut the instructor
 * out are taken back, then the engine destroys what it has deployed, then what is left is removed thing by thing. Keys are scheduled for deletion, with the shortest
 * window. A look goes through the whole account, and is one for all of them.
 *
 * @returns what is still there, with what a human can do about it, by the ids of the leases; of those that are not named nothing is left, on this machine
 * either but the journal.
 */
export async function endLeases(order: EndOrder, site: Site): Promise<ReadonlyMap<string, readonly Remaining[]>> {
  const { leases, record, folder, takeTurn = atOnce } = order;
  const { signal } = site.place;
  const administrators = new Administrators(site.place.target, []);
  const session = administrators.in(site.region).retrying;
  const left = new Map<string, readonly Remaining[]>();
  const ofEach = async (work: (lease: Lease) => Promise<void>) =>
    pMap(leases, async (lease) => {
      try {
        if (!left.has(lease.id)) await work(lease);
      } catch (error) {
        signal.throwIfAborted();
        left.set(lease.id, notEnded(lease.id, error));
      }
    });
  try {
    const since = new Date(record.created);
    const made = await keysMadeBy(
      session,
      leases.map(({ id }) => id),
      since,
    );
    const look = async () => {
      const { ofLeases } = await takeHoldings(session, leases, made);
      return new Map([...ofLeases].filter(([id]) => !left.has(id)));
    };
    const before = await look();
    await ofEach(async (lease) => {
      await regainKeys(session, before.get(lease.id) ?? []);
      await takeTurn(() => destroyStack(lease, folder, site.place));
    });
    const after = await look();
    // Only now: services that the engine has just left need their grants no longer.
    await ofEach((lease) => revokeGrants(session, after.get(lease.id) ?? []));
    for (const [id, remaining] of await removeGroups(look, administrators)) left.set(id, remaining.map(withNextStep));
    await ofEach((lease) => forgetLease(lease, folder));
    return left;
  } finally {
    administrators.close();
  }
}

function atOnce(work: () => Promise<void>): Promise<void> {
  return work();
}

function withNextStep({ item, reason }: Remaining): Remaining {
  const step = item.includes(":key/")
    ? "Only somebody whom its key policy names can schedule its deletion; where nobody is left, AWS Support can."
    : "Remove it by hand, then end the sandbox again.";
  return { item, reason: `${reason}. ${step}` };
}
