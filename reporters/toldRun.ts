import type { RunEnded, RunStarted } from "./events.ts";
import type { ScenarioRecord } from "./runRecord.ts";

/** A run that has begun, as far as it has told. */
export interface ToldRun {
  readonly started: RunStarted;
  readonly scenarios: readonly ScenarioRecord[];
  /** Absent: the run was cut short. */
  readonly ended?: RunEnded;
}
