import { UserError } from "../../errors/userError.ts";
import type { Group, Roster, Student } from "../student.ts";

/** Whoever has one sandbox: a student, or the students of a group that is shared. */
export interface Holder {
  /** Nobody else in the class has it. */
  readonly key: string;
  readonly students: readonly [Student, ...Student[]];
  readonly group?: Group;
  readonly isShared: boolean;
}

/** Who has a sandbox in a class, in the order of the roster. A shared group without students has none. */
export function holders({ students, groups }: Roster): readonly Holder[] {
  const found = new Map<string, Holder>();
  for (const student of students) {
    const group = groups.find(({ name }) => name === student.group);
    const isShared = group?.shared ?? false;
    const key = group && isShared ? `group ${group.name}` : `student ${student.id}`;
    const others = found.get(key)?.students;
    found.set(key, { key, students: others ? [...others, student] : [student], ...(group && { group }), isShared });
  }
  return [...found.values()];
}

/**
 * The account or the region of a sandbox: what its students have there.
 *
 * @throws UserError where those who share a sandbox have different ones.
 */
export function commonTo({ students, group }: Holder, what: "account" | "region"): string | undefined {
  const values = [...new Set(students.flatMap((student) => student[what] ?? []))];
  if (values.length < 2) return values[0];
  const says = `The group "${group?.name ?? ""}" shares one sandbox, but its students have several ${what}s: ${values.join(", ")}.`;
  throw new UserError(says, `Give all of them the same ${what}, or let the group not be shared.`);
}
