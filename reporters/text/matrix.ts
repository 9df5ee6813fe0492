import { attemptRows } from "../attemptRows.ts";
import type { PhaseRecord } from "../runRecord.ts";
import type { Colors } from "../screen.ts";
import { alignColumns, widthOf } from "./alignColumns.ts";
import { cell } from "./cell.ts";
import { hidesLayer } from "./observed.ts";

/** How a matrix is drawn. */
export interface MatrixStyle {
  readonly columns: number;
  readonly colors: Colors;
}

/**
 * The access matrix of a scenario: a line for each attempt, by phase, and a column for each principal. Where it would be
 * wider than the terminal, the principals of an attempt stand below it instead.
 */
export function matrix(phases: readonly PhaseRecord[], style: MatrixStyle): string[] {
  const lines = table(phases, style) ?? list(phases, style);
  const note = "Layer not stated: this target does not tell which policy decided.";
  return phases.some(({ checks }) => checks.some(hidesLayer)) ? [...lines, style.colors.dim(note)] : lines;
}

/** Nothing if it does not fit. */
function table(phases: readonly PhaseRecord[], { colors, columns }: MatrixStyle): string[] | undefined {
  const principals = [...new Set(phases.flatMap(({ checks }) => checks.map(({ principal }) => principal)))];
  const blocks = phases.map((phase) => ({ phase, rows: attemptRows(phase.checks) }));
  const cells = blocks
    .flatMap(({ rows }) => rows)
    .map((row) => [
      `  ${row.attempt}`,
      ...principals.map((principal) => {
        const check = row.checks.get(principal);
        return check === undefined ? colors.dim("·") : cell(check, colors);
      }),
    ]);
  const aligned = alignColumns([["", ...principals], ...cells]);
  if (aligned.some((line) => widthOf(line) > columns)) return undefined;
  const [head = "", ...lines] = aligned;
  return [
    ...(principals.length === 0 ? [] : [colors.bold(head)]),
    ...blocks.flatMap(({ phase, rows }) => [heading(phase, colors), ...lines.splice(0, rows.length)]),
  ];
}

function list(phases: readonly PhaseRecord[], { colors }: MatrixStyle): string[] {
  return phases.flatMap((phase) => [
    heading(phase, colors),
    ...attemptRows(phase.checks).flatMap((row) => [
      `  ${row.attempt}`,
      ...alignColumns([...row.checks].map(([principal, check]) => [`    ${principal}`, cell(check, colors)])),
    ]),
  ]);
}

function heading({ name, checks, ended }: PhaseRecord, { dim }: Colors): string {
  if (checks.length === 0) return `${name} ${dim("(not tried)")}`;
  return ended === undefined ? `${name} ${dim("(not finished)")}` : name;
}
