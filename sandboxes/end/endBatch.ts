import { renewHandOuts } from "../handover/renewHandOuts.ts";
import type { Lease, Remaining } from "../lease/lease.ts";
import type { Places } from "../places/places.ts";
import { endLeases, type EndOrder } from "./endLeases.ts";
import { notEnded } from "./notEnded.ts";

/** Hears what happened to one of many: a clause. */
export type Told = (id: string, reason: string) => void;

/** Why sandboxes are ended, and how. */
export interface BatchOrder extends Omit<EndOrder, "leases"> {
  /** A clause. */
  readonly reason: string;
  /** Whether a sandbox is still to be ended. Default: it is. */
  readonly isDue?: (lease: Lease, now: Date) => boolean;
}

/** Ends sandboxes of one site that nobody else works on. One that cannot be ended is quarantined, with what is left of it. Rejects when interrupted. */
export async function endBatch(ids: readonly string[], order: BatchOrder, places: Places, told: Told): Promise<void> {
  const now = await places.home.place.target.now();
  const begun: Lease[] = [];
  for (const id of ids) {
    const before = order.folder.leases.get(id);
    if (before.state === "ended") told(id, "it had ended before");
    else if (order.isDue?.(before, now) === false) told(id, "it is not to be ended any more");
    else {
      order.folder.leases.lead(id, "ending", { at: now, reason: order.reason });
      begun.push(order.folder.leases.get(id));
    }
  }
  const left = await endBegun(begun, order, places);
  for (const { id } of begun) told(id, await close(id, left.get(id) ?? [], order, places));
}

/** What is left of each. Where nobody is let in, that is all that is known of them. */
async function endBegun(
  leases: readonly Lease[],
  { folder, record, takeTurn }: BatchOrder,
  places: Places,
): Promise<ReadonlyMap<string, readonly Remaining[]>> {
  const [first] = leases;
  if (!first) return new Map();
  try {
    return await endLeases({ leases, record, folder, takeTurn }, await places.of(first));
  } catch (error) {
    places.home.place.signal.throwIfAborted();
    return new Map(leases.map(({ id }) => [id, notEnded(id, error)]));
  }
}

async function close(
  id: string,
  remaining: readonly Remaining[],
  { folder, record }: BatchOrder,
  places: Places,
): Promise<string> {
  const { leases } = folder;
  const at = await places.home.place.target.now();
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
