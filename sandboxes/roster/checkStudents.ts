import { suggestion } from "../../infra/environment/suggestion.ts";
import type { Group, Student } from "../student.ts";
import { checkCell, roles, withoutHyphens } from "./checkCell.ts";
import type { FieldName } from "./fieldNames.ts";
import type { Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import type { RosterRow } from "./rosterRow.ts";

/**
 * The students of a file's rows. What is wrong with them is given to `report`: what a field says, ids that two of them have, groups
 * that are not declared. Without `groups`, any group is right.
 */
export function checkStudents(
  rows: readonly RosterRow[],
  groups: readonly Group[] | undefined,
  report: (problem: Problem) => void,
): readonly Student[] {
  const linesOfIds = new Map<string, number>();
  return rows.flatMap((row) => {
    checkId(row, linesOfIds, report);
    for (const [field, { text, line, column }] of row.cells) {
      const says = checkCell(field, field === "name" ? onOneLine(text) : text);
      if (says !== undefined) report({ line, column, field, says });
    }
    if (groups) checkGroup(row, groups, report);
    return studentsOf(row);
  });
}

function checkId(row: RosterRow, linesOfIds: Map<string, number>, report: (problem: Problem) => void): void {
  const id = row.cells.get("id");
  if (!id) {
    const { line, column } = row;
    if (!row.requiredIsTold)
      report({ line, column, field: "id", says: "The student has no id. Each has one of their own." });
    return;
  }
  // Names of sandboxes and pages tell no case apart, and Unicode has two forms of one letter.
  const key = id.text.normalize("NFC").toLowerCase();
  const first = linesOfIds.get(key);
  if (first === undefined) {
    linesOfIds.set(key, id.line);
    return;
  }
  const says = `The id ${quoted(id.text)} is that of line ${first} as well. Ids differ in more than upper and lower case.`;
  report({ line: id.line, column: id.column, field: "id", says });
}

function checkGroup({ cells }: RosterRow, groups: readonly Group[], report: (problem: Problem) => void): void {
  const cell = cells.get("group");
  if (!cell || groups.some(({ name }) => name === cell.text)) return;
  const names = groups.map(({ name }) => name);
  const known = names.length === 0 ? "None is declared." : `Declared are ${names.join(", ")}.`;
  const says = `There is no group ${quoted(cell.text)}${suggestion(cell.text, names)}. ${known}`;
  report({ line: cell.line, column: cell.column, field: "group", says });
}

function studentsOf({ cells }: RosterRow): readonly Student[] {
  const textOf = (field: FieldName) => cells.get(field)?.text;
  const id = textOf("id");
  if (id === undefined) return [];
  const [name, email, group] = [textOf("name"), textOf("email"), textOf("group")];
  const [account, region] = [textOf("account"), textOf("region")];
  return [
    {
      id,
      ...(name !== undefined && { name: onOneLine(name) }),
      ...(email !== undefined && { email }),
      ...(group !== undefined && { group }),
      role: roles.find((role) => role === textOf("role")?.toLowerCase()) ?? "student",
      ...(account !== undefined && { account: withoutHyphens(account) }),
      ...(region !== undefined && { region }),
    },
  ];
}

/** A name with one blank for each line break that somebody has made in a cell. */
function onOneLine(name: string): string {
  return name.replace(/[^\S\n]*\n\s*/g, " ");
}
