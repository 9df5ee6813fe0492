import { probeKinds, type MatrixRow, type ProbeKind, type Tallies } from "../../sandboxes/isolation/isolationMatrix.ts";

/** All that was tried was denied. */
export const denied = "✘";
/** Nothing was tried: nothing is shown by it. */
const untried = "·";
const several = "*";
const escaped = "!";

/** How something that was not denied is marked. */
export const letters: Readonly<Record<ProbeKind, string>> = { read: "R", use: "U", change: "C", assume: "A" };

const columns = 100;
const lastColumns = "Nobody's  Out";
const shortestName = 12;

/** Who × whose, a mark for each pair: a class of thirty fits into a hundred columns. */
export function pairTable(rows: readonly MatrixRow[]): string[] {
  const digits = String(rows.length).length;
  const room = columns - digits - 1 - 2 - (2 * rows.length - 1) - 2 - lastColumns.length;
  const longest = Math.max(...rows.map(({ lease }) => lease.length), "Sandbox".length);
  const width = Math.min(longest, Math.max(room, shortestName));
  const before = " ".repeat(digits + 1);
  const numbers = rows.map((_, index) => String(index + 1).padStart(digits));
  const heads = Array.from({ length: digits }, (_, digit) => {
    const isLast = digit === digits - 1;
    const label = (isLast ? "Sandbox" : "").padEnd(width);
    return `${before}${label}  ${numbers.map((text) => text[digit]).join(" ")}${isLast ? `  ${lastColumns}` : ""}`.trimEnd();
  });
  const lines = rows.map((row, index) => {
    const cells = rows.map(({ lease }) => (lease === row.lease ? " " : towards(row, lease)));
    const nobodys = mark(row.nobodys).padEnd("Nobody's".length);
    const out = row.out.open > 0 ? escaped : row.out.attempts > 0 ? denied : untried;
    return `${numbers[index] ?? ""} ${shortened(row.lease, width).padEnd(width)}  ${cells.join(" ")}  ${nobodys}  ${out}`;
  });
  return [
    ...heads,
    ...lines,
    `${denied} denied   ${untried} not tried   not denied: ${probeKinds.map((kind) => `${letters[kind]} ${kind}`).join(", ")}, ${several} several, ${escaped} got out`,
    "Nobody's: the instructor's and others' in the account   Out: of the own sandbox",
  ];
}

function towards({ towards: all }: MatrixRow, lease: string): string {
  return mark(all.find(({ whose }) => whose === lease)?.tallies ?? {});
}

function mark(tallies: Tallies): string {
  const tried = probeKinds.filter((kind) => tallies[kind] !== undefined);
  const open = tried.filter((kind) => (tallies[kind]?.open ?? 0) > 0);
  const [only, ...others] = open;
  if (only === undefined) return tried.length === 0 ? untried : denied;
  return others.length === 0 ? letters[only] : several;
}

/** The end of a sandbox's name is what tells it from others. */
function shortened(name: string, width: number): string {
  if (name.length <= width) return name;
  return `${name.slice(0, width - 6)}…${name.slice(-5)}`;
}
