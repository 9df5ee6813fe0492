import { UserError } from "../../errors/userError.ts";
import { deployLease } from "../deploy/deployLease.ts";
import { endLease } from "../end/endLease.ts";
import { renewHandOuts } from "../handover/renewHandOuts.ts";
import { mayFollow } from "../lease/leaseState.ts";
import { changing, type ChangePlace } from "./changeLease.ts";

/**
 * Brings a sandbox back to the start of the workshop: what the student has made is removed, everything is deployed anew, with new
 * credentials. Its time goes on. What was handed out with the old credentials is written again or goes.
 *
 * @throws UserError where something of the old one cannot be removed, and where there is none.
 */
export async function resetLease(id: string, change: ChangePlace): Promise<void> {
  const { folder, record, places } = change;
  const { leases } = folder;
  const { place } = places.home;
  await changing(id, change, async (lease) => {
    if (!mayFollow(lease.state, "deploying")) {
      throw new UserError(`${id} is ${lease.state}, and cannot begin anew.`, "keylab sandbox list shows all states.");
    }
    const at = await place.target.now();
    const site = await places.of(lease);
    leases.lead(id, "deploying", { at, reason: "it begins anew" });
    try {
      const remaining = await endLease({ lease: leases.get(id), record, folder }, site);
      const [first] = remaining;
      if (first) throw new UserError(`${first.item} is still there: ${first.reason}`, "Then reset it again.", 1);
      leases.write(id, { type: "started over", at: (await place.target.now()).toISOString() });
      await deployLease({ lease: leases.get(id), record, folder }, site);
    } catch (error) {
      place.signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      leases.lead(id, "failed", { at: await place.target.now(), reason });
      // Whatever cannot be deleted now stays known, and is tried again; the first error is what is to be mended.
      await renewHandOuts(id, change).catch(() => undefined);
      throw error;
    }
    leases.lead(id, "ready", { at: await place.target.now(), reason: "it was deployed anew" });
    await renewHandOuts(id, change);
  });
}
