import { openRun } from "../runner/openRun.ts";
import type { RunPlace } from "../runner/runOptions.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Fates } from "./explainFates.ts";
import { mutateScenario, type Fate } from "./mutateScenario.ts";

/** How scenarios are mutated. */
export interface MutateOptions {
  /** How many mistakes are tried at a time. */
  readonly concurrency: number;
  /** Hears of each scenario that is done. */
  readonly onScenario: (scenario: Scenario, fates: readonly Fate[]) => void;
}

/** Makes every mistake in what the scenarios deploy, scenario by scenario. Throws an Error if one does not pass as it stands. */
export async function mutateScenarios(
  scenarios: readonly Scenario[],
  place: RunPlace,
  { concurrency, onScenario }: MutateOptions,
): Promise<Fates> {
  const context = await openRun(place, () => undefined);
  const all = new Map<string, readonly Fate[]>();
  for (const scenario of scenarios) {
    const fates = await mutateScenario(scenario, context, concurrency);
    all.set(scenario.id, fates);
    onScenario(scenario, fates);
  }
  return all;
}
