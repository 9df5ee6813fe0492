import { alignColumns } from "../../reporters/text/alignColumns.ts";
import {
  probeKinds,
  type IsolationMatrix,
  type MatrixRow,
  type ProbeKind,
  type Tallies,
  type Tally,
} from "../../sandboxes/isolation/isolationMatrix.ts";
import { addTallies, addTally } from "../../sandboxes/isolation/matrixRow.ts";
import { denied, letters, pairTable } from "./pairTable.ts";
import { visibleTable } from "./visibleTable.ts";

/** As many sandboxes as fit side by side into a hundred columns. */
const mostPairs = 30;

/** The matrix of a class, for a terminal of a hundred columns: everybody × everybody, or of a larger class a line for each that is not like others. */
export function matrixLines({ rows, visible }: Pick<IsolationMatrix, "rows" | "visible">): string[] {
  return [
    ...(rows.length <= mostPairs ? pairTable(rows) : sumTable(rows)),
    "",
    ...totals(rows),
    "",
    ...visibleTable(visible),
  ];
}

/** Sandboxes with which the same came out share a line. */
function sumTable(rows: readonly MatrixRow[]): string[] {
  const alike = new Map<string, { readonly cells: readonly string[]; readonly leases: string[] }>();
  for (const row of rows) {
    const all = addTallies(row.towards.map(({ tallies }) => tallies));
    const cells = [
      `${row.towards.length} of ${rows.length - 1}`,
      ...probeKinds.map((kind) => count(all[kind])),
      count(addTally(Object.values(row.nobodys))),
      count(row.out),
    ];
    const line = alike.get(cells.join("\t")) ?? { cells, leases: [] };
    line.leases.push(row.lease);
    alike.set(cells.join("\t"), line);
  }
  const heads = ["Sandbox", "Tried on", ...probeKinds.map((kind) => headOf[kind]), "Nobody's", "Out"];
  return [
    ...alignColumns([heads, ...[...alike.values()].map(({ cells, leases }) => [named(leases), ...cells])]),
    `${denied} denied as often as the number says   Nobody's: the instructor's and others'   Out: of the own sandbox`,
    "Who was not tried on whom is in --json: it counts as neither.",
  ];
}

function named([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

const headOf: Readonly<Record<ProbeKind, string>> = { read: "Read", use: "Use", change: "Change", assume: "Assume" };

/** How often what was tried, in the whole class. */
function totals(rows: readonly MatrixRow[]): string[] {
  const line = (tallies: Tallies) => probeKinds.map((kind) => count(tallies[kind]));
  const towards = rows.flatMap((row) => row.towards.map(({ tallies }) => tallies));
  return alignColumns([
    ["Attempts", ...probeKinds.map((kind) => `${headOf[kind]} (${letters[kind]})`)],
    ["on other students'", ...line(addTallies(towards))],
    ["on the instructor's and others'", ...line(addTallies(rows.map(({ nobodys }) => nobodys)))],
    ["to get out of the own sandbox", count(addTally(rows.map(({ out }) => out)))],
  ]);
}

function count(tally: Tally | undefined): string {
  if (tally === undefined) return "·";
  return tally.open === 0 ? `${denied} ${tally.attempts}` : `${tally.open} of ${tally.attempts} NOT DENIED`;
}
