import type { ScenarioRecord } from "./runRecord.ts";

/** A run of a scenario that counts, after the attempts that did not pass and were tried again. */
export interface CountedRun {
  readonly last: ScenarioRecord;
  /** The attempts before it, in order. */
  readonly earlier: readonly ScenarioRecord[];
}

/** The runs of scenarios that count: of each wanted run its last attempt. */
export function countedRuns(scenarios: readonly ScenarioRecord[]): CountedRun[] {
  const attempts = new Map<string, CountedRun>();
  for (const run of scenarios) {
    const wanted = JSON.stringify([run.started.scenario, run.started.repetition]);
    const before = attempts.get(wanted);
    attempts.set(wanted, { last: run, earlier: before === undefined ? [] : [...before.earlier, before.last] });
  }
  return [...attempts.values()];
}
