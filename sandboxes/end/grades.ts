import { stringify } from "csv-stringify/sync";
import type { ClassView } from "../desk.ts";
import type { Roster } from "../student.ts";

/**
 * What each student has reached, as CSV: a row for each, a column for each checkpoint with the time at which it was reached. Who shares a sandbox has reached what
 * all of them have. Assistants are not graded.
 */
export function grades({ leases }: ClassView, roster: Roster | undefined): string {
  const titles = [...new Set(leases.flatMap(({ checkpoints }) => checkpoints.map(({ title }) => title)))];
  const rows = leases.flatMap(({ id: lease, students, checkpoints }) =>
    students
      .filter(({ role }) => role === "student")
      .map(({ id }) => {
        const { name = "", email = "", group = "" } = roster?.students.find((known) => known.id === id) ?? {};
        const reached = new Map(checkpoints.map(({ title, reachedAt = "" }) => [title, reachedAt]));
        const count = [...reached.values()].filter((at) => at !== "").length;
        return [
          id,
          name,
          email,
          group,
          lease,
          count,
          checkpoints.length,
          ...titles.map((title) => reached.get(title) ?? ""),
        ];
      }),
  );
  const head = ["id", "name", "email", "group", "sandbox", "reached", "of", ...titles];
  // Spreadsheets take what begins so for a formula.
  return stringify([head, ...rows], { escape_formulas: true });
}
