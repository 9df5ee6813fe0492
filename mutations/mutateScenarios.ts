import pMap from "p-map";
import { openRun } from "../runner/openRun.ts";
import type { RunContext } from "../runner/runContext.ts";
import type { RunPlace } from "../runner/runOptions.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Fates } from "./explainFates.ts";
import type { Fate } from "./mutateScenario.ts";

/** Who makes mistakes, and who hears of it. */
export interface Mutators {
  /** How many scenarios are mutated at a time. */
  readonly size: number;
  /** As `mutateScenario`. */
  mutate(scenario: Scenario, context: RunContext): Promise<readonly Fate[]>;
  /** Hears of each scenario that is done. */
  tell(scenario: Scenario, fates: readonly Fate[]): void;
}

/** Makes every mistake in what the scenarios deploy. Throws an Error if one does not pass as it stands. */
export async function mutateScenarios(
  scenarios: readonly Scenario[],
  place: RunPlace,
  mutators: Mutators,
): Promise<Fates> {
  const { journal, ...context } = await openRun(place, () => undefined);
  const all = await pMap(
    scenarios,
    async (scenario) => {
      const fates = await mutators.mutate(scenario, context);
      mutators.tell(scenario, fates);
      return [scenario.id, fates] as const;
    },
    { concurrency: mutators.size },
  );
  journal.close();
  return new Map(all);
}
