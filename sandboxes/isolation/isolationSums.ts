import type { IsolationSum } from "../classes/classRecord.ts";
import type { MatrixRow } from "./isolationMatrix.ts";
import { addTallies, addTally } from "./matrixRow.ts";

/** A matrix of a class of any size, short enough to be kept: for each sandbox all at once that its users have tried. */
export function isolationSums(rows: readonly MatrixRow[]): readonly IsolationSum[] {
  return rows.map(({ lease, towards, nobodys, out }) => {
    const all = addTallies([...towards.map(({ tallies }) => tallies), nobodys]);
    return { lease, others: towards.length, ...addTally([...Object.values(all), out]) };
  });
}
