import { rosterFields } from "./fieldOf.ts";
import type { Problem } from "./problem.ts";
import { readTable } from "./readTable.ts";
import type { RosterRow } from "./rosterRow.ts";

/** What a table of students says, row by row. Problems of its form are given to `report`; what can be read beside them is read. */
export function readCsv(text: string, report: (problem: Problem) => void): readonly RosterRow[] {
  return readTable(text, { fields: rosterFields, required: "id", subject: "student" }, report);
}
