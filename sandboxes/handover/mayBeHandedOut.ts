import type { ClassFolder } from "../classes/classFolder.ts";
import type { Lease } from "../lease/lease.ts";
import { openStates } from "../lease/leaseState.ts";

/** Whether the students of a sandbox can work in it, and it was shown that nobody else gets at it. */
export function mayBeHandedOut({ id, state }: Pick<Lease, "id" | "state">, { isolation }: ClassFolder): boolean {
  return openStates.has(state) && isolation?.breaks.length === 0 && isolation.leases.includes(id);
}
