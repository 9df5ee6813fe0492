import { UserError } from "../../errors/userError.ts";
import type { ClassFolder } from "../classes/classFolder.ts";
import type { Lease } from "../lease/lease.ts";
import { openStates } from "../lease/leaseState.ts";

/**
 * The lease of that name, if its credentials may be handed out: its students can work in it, and nobody else gets at it.
 *
 * @throws UserError if they may not, and if there is none.
 */
export function checkHandOut(id: string, { leases, isolation }: ClassFolder): Lease {
  const lease = leases.find(id);
  if (!lease) {
    throw new UserError(`The class has no sandbox ${JSON.stringify(id)}.`, "keylab sandbox list names them all.");
  }
  if (!openStates.has(lease.state)) {
    throw new UserError(
      `${id} is ${lease.state}: there is nothing to hand out.`,
      "keylab sandbox list shows all states.",
    );
  }
  if (isolation === undefined || isolation.breaks.length > 0 || !isolation.leases.includes(id)) {
    throw new UserError(
      `${id} was not shown to be isolated from the other sandboxes.`,
      "keylab sandbox up proves it, and says what is wrong.",
      1,
    );
  }
  return lease;
}
