import type { LeaseOrder } from "../lease/lease.ts";
import type { Holder } from "./holders.ts";

/**
 * Which of the holders have a lease already, by their keys. A lease is that of a shared group if it is the only one of that group, or
 * the only one that several have; it is that of a student if nobody shares it.
 */
export function knownOrders(all: readonly Holder[], known: readonly LeaseOrder[]): ReadonlyMap<string, LeaseOrder> {
  const found = new Map<string, LeaseOrder>();
  const taken = new Set<LeaseOrder>();
  const take = (holder: Holder, order: LeaseOrder | undefined) => {
    if (!order) return;
    found.set(holder.key, order);
    taken.add(order);
  };
  for (const holder of all.filter(({ isShared }) => isShared)) {
    const ofGroup = known.filter(({ group }) => group === holder.group?.name);
    const ofSeveral = ofGroup.filter(({ students }) => students.length > 1);
    // Others may be those of students who did not share before: they may not be opened to the rest of the group.
    const [order, ...others] = ofSeveral.length > 0 ? ofSeveral : ofGroup;
    if (others.length === 0) take(holder, order);
  }
  const byStudent = new Map<string, LeaseOrder>();
  for (const order of known) {
    const [id, ...others] = order.students;
    if (id !== undefined && others.length === 0 && !taken.has(order) && !byStudent.has(id)) byStudent.set(id, order);
  }
  for (const holder of all.filter(({ isShared }) => !isShared)) take(holder, byStudent.get(holder.students[0].id));
  return found;
}
