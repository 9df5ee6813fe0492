import { openRun } from "../runner/openRun.ts";
import type { RunPlace } from "../runner/runOptions.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import type { Fates } from "./explainFates.ts";
import { mutateScenario, type Fate } from "./mutateScenario.ts";

/**
 * Makes every mistake in what the scenarios deploy, scenario by scenario. Throws an Error if one does not pass as it stands.
 *
 * @param onScenario hears of each scenario that is done
 */
export async function mutateScenarios(
  scenarios: readonly Scenario[],
  place: RunPlace,
  onScenario: (scenario: Scenario, fates: readonly Fate[]) => void,
): Promise<Fates> {
  const context = await openRun(place, () => undefined);
  const all = new Map<string, readonly Fate[]>();
  for (const scenario of scenarios) {
    const fates = await mutateScenario(scenario, context);
    all.set(scenario.id, fates);
    onScenario(scenario, fates);
  }
  return all;
}
