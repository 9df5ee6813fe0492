import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { RunContext } from "./runContext.ts";
import { runScenario, type Ending } from "./runScenario.ts";

/** Who runs the scenarios of a run. */
export interface Crew {
  /** How many scenarios run at a time. */
  readonly size: number;
  run(scenario: Scenario, context: RunContext): Promise<Ending>;
}

/**
 * One scenario after the other, in this thread. Two at a time would end each other: what one of them cannot deploy ends all
 * programs of its thread (pulumi/pulumi#10744).
 */
export const oneByOne: Crew = { size: 1, run: runScenario };
