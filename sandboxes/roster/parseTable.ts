import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "./problem.ts";

/** A row of a table, without the blanks around its fields. */
export interface TableRow {
  /** In which it begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The rows of a table in which something stands, and what keeps the rest of it from being read: a quotation mark in the wrong place.
 */
export function parseTable(
  text: string,
  separator: string,
  firstLine: number,
): { readonly rows: readonly TableRow[]; readonly problem?: Problem } {
  const rows: TableRow[] = [];
  let next = 1;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: "\n",
      relax_column_count: true,
      trim: true,
      on_record: (record: readonly string[], { lines }) => {
        const fields = record.map((field) => field.trim());
        if (fields.some((field) => field !== "")) rows.push({ line: firstLine - 1 + next, fields });
        next = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const column = typeof error.column === "number" ? error.column + 1 : 1;
    return { rows, problem: { line: firstLine - 1 + next, column, says: sentenceFor(error.code) } };
  }
  return { rows };
}

function sentenceFor(code: string): string {
  const rest = "What follows was not read.";
  if (code === "CSV_QUOTE_NOT_CLOSED") return `A quotation mark is opened in this row, and never closed. ${rest}`;
  const how = `A field with quotation marks in it is written in quotation marks, and those in it twice: "Zoë ""Zo"" Müller".`;
  return `A quotation mark stands within a field. ${how} ${rest}`;
}
