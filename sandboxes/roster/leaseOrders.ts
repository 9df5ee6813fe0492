import { isDeepStrictEqual } from "node:util";
import type { LeaseOrder } from "../lease/lease.ts";
import type { Blueprint, Roster } from "../student.ts";
import { commonTo, holders, type Holder } from "./holders.ts";
import { joinCode } from "./joinCode.ts";
import { knownOrders } from "./knownOrders.ts";
import { leaseId } from "./leaseId.ts";
import { LeaseIds } from "./leaseIds.ts";
import { randomText, type RandomBytes } from "./randomText.ts";

export interface LeaseOrderSettings {
  readonly className: string;
  /** Of those whose group says nothing else. */
  readonly blueprint: Blueprint;
  /** What was ordered before. */
  readonly known: readonly LeaseOrder[];
  /** Default: that of the operating system. */
  readonly random?: RandomBytes;
}

/**
 * What sandboxes a class needs, in the order of the roster: one for each student, or for each group that is shared. Whoever has one
 * keeps it as it is, whatever else the roster says of them now; only the students of a shared one change.
 *
 * @throws UserError where students who share a sandbox have different accounts or regions.
 */
export function leaseOrders(roster: Roster, settings: LeaseOrderSettings): readonly LeaseOrder[] {
  const all = holders(roster);
  const known = knownOrders(all, settings.known);
  const ids = new LeaseIds();
  // Those that are not needed any more as well: their sandboxes may be there still.
  for (const { id } of settings.known) ids.add(id);
  const orders = new Map<string, LeaseOrder>();
  // By key, so that the order of the roster does not decide whose id has to give way.
  for (const holder of all.toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
    const before = known.get(holder.key);
    orders.set(holder.key, before ? withStudents(before, holder) : newOrder(holder, settings, ids));
  }
  return all.flatMap(({ key }) => orders.get(key) ?? []);
}

function withStudents(order: LeaseOrder, holder: Holder): LeaseOrder {
  const students = holder.students.map(({ id }) => id);
  // The order in which a roster has them is no change.
  return isDeepStrictEqual(students.toSorted(), order.students.toSorted()) ? order : { ...order, students };
}

function newOrder(holder: Holder, settings: LeaseOrderSettings, ids: LeaseIds): LeaseOrder {
  const { students, group, isShared, key } = holder;
  const [{ id: studentId, name, group: groupName }] = students;
  const names = isShared ? [groupName] : [name, studentId];
  const texts = names.filter((text) => text !== undefined);
  const id = leaseId(settings.className, { names: texts, key: isShared ? key : studentId }, (text) => ids.isFree(text));
  ids.add(id);
  const [account, region] = [commonTo(holder, "account"), commonTo(holder, "region")];
  return {
    id,
    students: students.map((student) => student.id),
    ...(groupName !== undefined && { group: groupName }),
    pseudonym: randomText(10, "abcdefghijklmnopqrstuvwxyz234567", settings.random),
    blueprint: group?.blueprint ?? settings.blueprint,
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    joinCode: joinCode(settings.random),
  };
}
