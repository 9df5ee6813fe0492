import type { RunStarted } from "./events.ts";
import type { ToldRun } from "./toldRun.ts";

/** Reads the runs with which a run can be compared, for reports that show how it went over time. Asked when the run is over. */
export type EarlierRuns = (run: RunStarted) => Promise<readonly ToldRun[]>;
