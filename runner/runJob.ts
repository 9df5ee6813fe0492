import { costOf } from "../scenarios/contract/billed.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Crew } from "./crew.ts";
import type { RunContext } from "./runContext.ts";
import type { Ending } from "./runScenario.ts";

/** A scenario that is run once, and tried again if need be. */
export interface Job {
  readonly scenario: Scenario;
  /** Which of several wanted runs of the scenario this is, from 1. */
  readonly repetition: number;
  /** How often it is tried again while it does not pass. */
  readonly retries: number;
}

/**
 * Runs a scenario until it passes or there are no tries left. Resolves with the last ending.
 *
 * @param suffix what physical names end with, another one for each attempt
 */
export async function runJob(job: Job, context: RunContext, crew: Crew, suffix: () => string): Promise<Ending> {
  for (let attempt = 1; ; attempt += 1) {
    const began = performance.now();
    const { scenario, repetition } = job;
    context.emit({ type: "scenario started", at: now(), ...describe(scenario), repetition, attempt });
    const ending = await crew.run(scenario, { ...context, suffix: suffix() });
    const triedAgain = attempt <= job.retries && mayPassLater(ending) && !context.signal.aborted;
    const milliseconds = Math.round(performance.now() - began);
    context.emit({ type: "scenario ended", at: now(), scenario: scenario.id, ...ending, triedAgain, milliseconds });
    if (!triedAgain) return ending;
  }
}

function describe({ id, title, lesson, workshop, limits, billed, principals, phases }: Scenario) {
  return {
    title,
    lesson,
    workshop,
    cost: costOf(billed),
    principals: Object.entries(principals).map(([name, { title }]) => ({ name, title })),
    phases: phases.map(({ name }) => name),
    limits,
    scenario: id,
  };
}

function mayPassLater({ outcome }: Ending): boolean {
  return outcome === "failed" || outcome === "inconclusive";
}

function now(): string {
  return new Date().toISOString();
}
