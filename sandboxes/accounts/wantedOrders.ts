import type { ClassRecord } from "../classes/classRecord.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import { leaseOrders } from "../roster/leaseOrders.ts";
import type { Roster } from "../student.ts";
import { assignAccounts } from "./assignAccounts.ts";
import type { SandboxAccount } from "./sandboxAccount.ts";

/** Who is to have a sandbox, and where. */
export interface Wish {
  readonly roster: Roster;
  /** Those of which each new sandbox gets one. Absent: it is where the roster has it, or at home. */
  readonly accounts?: readonly SandboxAccount[];
}

/**
 * What sandboxes a class needs, each with the account and the region in which it is.
 *
 * @param known what was ordered before and has not ended
 * @throws UserError as {@link leaseOrders} and {@link assignAccounts} do.
 */
export function wantedOrders(
  { roster, accounts }: Wish,
  { name: className, blueprint }: Pick<ClassRecord, "name" | "blueprint">,
  known: readonly LeaseOrder[],
): readonly LeaseOrder[] {
  const wanted = leaseOrders(roster, { className, blueprint, known });
  return accounts ? assignAccounts(wanted, known, accounts) : wanted;
}
