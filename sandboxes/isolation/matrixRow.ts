import { probeKinds, type Break, type MatrixRow, type Tallies, type Tally } from "./isolationMatrix.ts";

/** Something that was tried, and what came of it. */
export interface Attempt extends Break {
  readonly isDenied: boolean;
}

/** What the users of one sandbox have tried, added up. What is their own, such as their boundary, is a way out. */
export function matrixRow(lease: string, attempts: readonly Attempt[]): MatrixRow {
  const isWayOut = ({ kind, whose }: Attempt) => kind === "escape" || whose === lease;
  const towards = new Map<string, Attempt[]>();
  const nobodys: Attempt[] = [];
  for (const attempt of attempts.filter((one) => !isWayOut(one))) {
    const { whose } = attempt;
    const tried = whose === undefined ? nobodys : (towards.get(whose) ?? []);
    tried.push(attempt);
    if (whose !== undefined) towards.set(whose, tried);
  }
  return {
    lease,
    towards: [...towards].map(([whose, tried]) => ({ whose, tallies: tallies(tried) })),
    nobodys: tallies(nobodys),
    out: tally(attempts.filter(isWayOut)),
  };
}

/** Tallies of several, as one. */
export function addTallies(all: readonly Tallies[]): Tallies {
  return byKind((each) => {
    const some = all.flatMap((one) => one[each] ?? []);
    return some.length === 0 ? undefined : addTally(some);
  });
}

/** Several, as one. */
export function addTally(all: readonly Tally[]): Tally {
  return {
    attempts: all.reduce((sum, { attempts }) => sum + attempts, 0),
    open: all.reduce((sum, { open }) => sum + open, 0),
  };
}

function tallies(attempts: readonly Attempt[]): Tallies {
  return byKind((each) => {
    const some = attempts.filter(({ kind }) => kind === each);
    return some.length === 0 ? undefined : tally(some);
  });
}

function byKind(of: (kind: (typeof probeKinds)[number]) => Tally | undefined): Tallies {
  return Object.fromEntries(
    probeKinds.flatMap((kind) => {
      const found = of(kind);
      return found === undefined ? [] : [[kind, found] as const];
    }),
  );
}

function tally(attempts: readonly Attempt[]): Tally {
  return { attempts: attempts.length, open: attempts.filter(({ isDenied }) => !isDenied).length };
}
