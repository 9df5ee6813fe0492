import { durationUnits } from "./durationUnits.ts";

/** A time in milliseconds as options are given it, in the largest unit that leaves no rest: `200ms`, `36h`. */
export function durationText(milliseconds: number): string {
  const [unit, factor] = Object.entries(durationUnits).findLast(([, each]) => milliseconds % each === 0) ?? ["ms", 1];
  return milliseconds === 0 ? "0s" : `${milliseconds / factor}${unit}`;
}
