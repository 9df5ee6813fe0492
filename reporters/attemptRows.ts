import type { ExpectationChecked } from "./events.ts";

/** A row of an access matrix: what came of an attempt, by principal. */
export interface AttemptRow {
  readonly attempt: string;
  readonly checks: ReadonlyMap<string, ExpectationChecked>;
}

/** One row for each attempt; a second one where the same principal tries the same thing again in the same phase. */
export function attemptRows(checks: readonly ExpectationChecked[]): AttemptRow[] {
  const rows: { attempt: string; checks: Map<string, ExpectationChecked> }[] = [];
  for (const check of checks) {
    const open = rows.find(({ attempt, checks }) => attempt === check.attempt && !checks.has(check.principal));
    if (open === undefined) rows.push({ attempt: check.attempt, checks: new Map([[check.principal, check]]) });
    else open.checks.set(check.principal, check);
  }
  return rows;
}
