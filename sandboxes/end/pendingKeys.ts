import { foundOf, keyOfFound } from "../../runner/inventory/found.ts";
import { listPendingKeys } from "../../runner/sweep/listPendingKeys.ts";
import type { Session } from "../../scenarios/contract/session.ts";
import type { ClassRecord } from "../classes/classRecord.ts";
import { taggedByStudents } from "../holdings/taggedByStudents.ts";
import type { LeaseOrder } from "../lease/lease.ts";
import { keysMadeBy } from "../holdings/keysMadeBy.ts";

/** A key of a sandbox whose deletion is scheduled. Until then it can be had back. */
export interface PendingKey {
  readonly arn: string;
  readonly lease: string;
  /** ISO 8601; absent for a primary key that waits for its replicas. */
  readonly deletionDate?: string;
}

/** Keys of a class that are pending deletion: those with a student's tag, and those that students made. */
export async function pendingKeys(
  session: Session,
  orders: readonly Pick<LeaseOrder, "id" | "pseudonym">[],
  { created }: Pick<ClassRecord, "created">,
): Promise<readonly PendingKey[]> {
  const ids = orders.map(({ id }) => id);
  const [pending, tagged, made] = await Promise.all([
    listPendingKeys(session),
    taggedByStudents(session),
    keysMadeBy(session, ids, new Date(created)),
  ]);
  const byPseudonym = new Map(orders.map(({ pseudonym, id }) => [pseudonym, id]));
  return pending.flatMap(({ arn, deletionDate }) => {
    const found = foundOf(arn, session.region);
    const lease = (found && byPseudonym.get(tagged.get(keyOfFound(found)) ?? "")) ?? made.get(arn);
    return lease === undefined ? [] : [{ arn, lease, ...(deletionDate !== undefined && { deletionDate }) }];
  });
}
