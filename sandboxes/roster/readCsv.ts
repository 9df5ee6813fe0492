import { suggestion } from "../../infra/environment/suggestion.ts";
import { fieldNames, type FieldName } from "./fieldNames.ts";
import { fieldOf } from "./fieldOf.ts";
import { parseTable, type TableRow } from "./parseTable.ts";
import type { Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import type { RosterCell, RosterRow } from "./rosterRow.ts";
import { separatorOf } from "./separatorOf.ts";

/** A column of the table: the field that is in it, or nothing where nothing can be made of its name. */
interface Column {
  readonly title: string;
  readonly field?: FieldName;
}

/** What a table says, row by row. Problems of its form are given to `report`; what can be read beside them is read. */
export function readCsv(text: string, report: (problem: Problem) => void): readonly RosterRow[] {
  // Excel's own first line, which says what separates.
  const told = /^"?sep=([^\w\s"]|\t)"?[^\S\n]*\n/i.exec(text);
  const table = told ? text.slice(told[0].length) : text;
  const separator = told?.[1] ?? separatorOf(table.trimStart().split("\n", 1).join());
  const { rows, problem } = parseTable(table, separator, told ? 2 : 1);
  if (problem) report(problem);
  const [header, ...students] = rows;
  if (!header) {
    if (!problem) report({ line: 1, column: 1, says: `The file is empty. ${expectedHeader}` });
    return [];
  }
  const columns = columnsOf(header, report);
  if (students.length === 0 && !problem) {
    report({
      line: header.line,
      column: 1,
      says: "After the header there is no student. One row for each is expected.",
    });
  }
  return students.map((row) => rosterRowOf(row, columns, report));
}

const expectedHeader = `A header is expected, with id and whatever else there is of ${fieldNames.slice(1).join(", ")}.`;

function columnsOf({ line, fields }: TableRow, report: (problem: Problem) => void): readonly Column[] {
  const columns = fields.map((title) => ({ title, field: fieldOf(title) }));
  for (const [index, { title, field }] of columns.entries()) {
    const column = index + 1;
    const first = columns.findIndex((other) => other.field === field);
    if (field === undefined && title !== "") {
      const says = `There is no column ${quoted(title)}${suggestion(title, fieldNames)}. Known are ${fieldNames.join(", ")}.`;
      report({ line, column, says });
    } else if (field !== undefined && first < index) {
      report({ line, column, field, says: `Column ${first + 1} is ${field} as well. One of them has to go.` });
    }
  }
  if (!columns.some(({ field }) => field === "id")) {
    report({ line, column: 1, field: "id", says: `No column is named id. ${expectedHeader}` });
  }
  return columns;
}

function rosterRowOf(
  { line, fields }: TableRow,
  columns: readonly Column[],
  report: (problem: Problem) => void,
): RosterRow {
  if (fields.length !== columns.length) report(wrongLength(line, fields.length, columns));
  const cells = new Map<FieldName, RosterCell>();
  for (const [index, text] of fields.entries()) {
    const { title, field } = columns[index] ?? {};
    if (text === "") continue;
    if (field !== undefined && !cells.has(field)) cells.set(field, { line, column: index + 1, text });
    if (title === "") report({ line, column: index + 1, says: `${quoted(text)} is in a column without a name.` });
  }
  const id = columns.findIndex(({ field }) => field === "id");
  return id < 0 ? { line, column: 1, cells, idIsTold: true } : { line, column: id + 1, cells };
}

function wrongLength(line: number, found: number, columns: readonly Column[]): Problem {
  const expected = columns.length;
  const fields = found === 1 ? "1 field" : `${found} fields`;
  const says = `The row has ${fields}, and the header has ${expected}.`;
  if (found < expected) return { line, column: found + 1, field: columns[found]?.field, says };
  return {
    line,
    column: expected + 1,
    says: `${says} A field with the separator in it is written in quotation marks.`,
  };
}
