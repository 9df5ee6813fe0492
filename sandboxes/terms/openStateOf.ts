import type { Lease } from "../lease/lease.ts";
import { openStates, type LeaseState } from "../lease/leaseState.ts";

/** The state to which a lease returns that was frozen, or was over and is extended: the latest in which the student could work. */
export function openStateOf({ history }: Pick<Lease, "history">): LeaseState {
  return history.findLast(({ state }) => openStates.has(state))?.state ?? "ready";
}
