import type { ToldRun } from "./toldRun.ts";

/** Reads the runs before the one that is told, for reports that show how it went over time. Asked when the run is over. */
export type EarlierRuns = () => Promise<readonly ToldRun[]>;
