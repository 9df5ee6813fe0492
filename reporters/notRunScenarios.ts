import type { ToldRun } from "./toldRun.ts";

/** The scenarios of a run whose turn did not come, by id: it was cut short, or ended at the first failure. */
export function notRunScenarios({ started, scenarios }: ToldRun): string[] {
  const begun = new Set(scenarios.map(({ started }) => started.scenario));
  return started.scenarios.filter((id) => !begun.has(id));
}
