import { suggestion } from "../../infra/environment/suggestion.ts";
import { fieldIn, type FieldNaming } from "./fieldIn.ts";
import { parseTable, type TableRow } from "./parseTable.ts";
import type { Place, Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { separatorOf } from "./separatorOf.ts";

/** What a kind of table is about. */
export interface TableKind<Field extends string> {
  readonly fields: FieldNaming<Field>;
  /** The one column that there has to be. */
  readonly required: Field;
  /** What each row is of: `student`. */
  readonly subject: string;
}

/** What a table says in one place, without the blanks around it. Never empty. */
export interface Cell extends Place {
  readonly text: string;
}

/** What a table says in a row. It stands in the column that is required. */
export interface Row<Field extends string> extends Place {
  readonly cells: ReadonlyMap<Field, Cell>;
  /** That it has no such column was said already, of all rows at once. */
  readonly requiredIsTold?: boolean;
}

/** A column of the table: the field that is in it, or nothing where nothing can be made of its name. */
interface Column<Field extends string> {
  readonly title: string;
  readonly field?: Field;
}

type Report = (problem: Problem) => void;

/** What a table says, row by row. Problems of its form are given to `report`; what can be read beside them is read. */
export function readTable<Field extends string>(
  text: string,
  kind: TableKind<Field>,
  report: Report,
): readonly Row<Field>[] {
  // Excel's own first line, which says what separates.
  const told = /^"?sep=([^\w\s"]|\t)"?[^\S\n]*\n/i.exec(text);
  const table = told ? text.slice(told[0].length) : text;
  const isKnown = (name: string) => fieldIn(kind.fields, name) !== undefined;
  const separator = told?.[1] ?? separatorOf(table.trimStart().split("\n", 1).join(), isKnown);
  const { rows, problem } = parseTable(table, separator, told ? 2 : 1);
  if (problem) report(problem);
  const [header, ...others] = rows;
  if (!header) {
    if (!problem) report({ line: 1, column: 1, says: `The file is empty. ${expectedHeader(kind)}` });
    return [];
  }
  const columns = columnsOf(header, kind, report);
  if (others.length === 0 && !problem) {
    const says = `After the header there is no ${kind.subject}. One row for each is expected.`;
    report({ line: header.line, column: 1, says });
  }
  return others.map((row) => rowOf(row, columns, kind.required, report));
}

function expectedHeader<Field extends string>({ fields, required }: TableKind<Field>): string {
  const others = fields.names.filter((name) => name !== required);
  return `A header is expected, with ${required} and whatever else there is of ${others.join(", ")}.`;
}

function columnsOf<Field extends string>(
  { line, fields }: TableRow,
  kind: TableKind<Field>,
  report: Report,
): readonly Column<Field>[] {
  const { names } = kind.fields;
  const columns = fields.map((title) => ({ title, field: fieldIn(kind.fields, title) }));
  for (const [index, { title, field }] of columns.entries()) {
    const column = index + 1;
    const first = columns.findIndex((other) => other.field === field);
    if (field === undefined && title !== "") {
      const says = `There is no column ${quoted(title)}${suggestion(title, names)}. Known are ${names.join(", ")}.`;
      report({ line, column, says });
    } else if (field !== undefined && first < index) {
      report({ line, column, field, says: `Column ${first + 1} is ${field} as well. One of them has to go.` });
    }
  }
  if (!columns.some(({ field }) => field === kind.required)) {
    const says = `No column is named ${kind.required}. ${expectedHeader(kind)}`;
    report({ line, column: 1, field: kind.required, says });
  }
  return columns;
}

function rowOf<Field extends string>(
  { line, fields }: TableRow,
  columns: readonly Column<Field>[],
  required: Field,
  report: Report,
): Row<Field> {
  if (fields.length !== columns.length) report(wrongLength(line, fields.length, columns));
  const cells = new Map<Field, Cell>();
  for (const [index, text] of fields.entries()) {
    const { title, field } = columns[index] ?? {};
    if (text === "") continue;
    if (field !== undefined && !cells.has(field)) cells.set(field, { line, column: index + 1, text });
    if (title === "") report({ line, column: index + 1, says: `${quoted(text)} is in a column without a name.` });
  }
  const own = columns.findIndex(({ field }) => field === required);
  return own < 0 ? { line, column: 1, cells, requiredIsTold: true } : { line, column: own + 1, cells };
}

function wrongLength<Field extends string>(line: number, found: number, columns: readonly Column<Field>[]): Problem {
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
