import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attemptsOf } from "../../catalogue/attemptsOf.ts";
import { resourcesOf } from "../../catalogue/resourcesOf.ts";
import type { ScenarioRecord } from "../../catalogue/scenarioRecord.ts";
import { observe } from "../../mutations/mutateScenario.ts";
import { openRun } from "../../runner/openRun.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { localTarget } from "../../targets/localTarget.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { testPulumi } from "./pulumi.ts";

/** Runs a scenario on an embedded AWS of its own. Resolves with its record, but for the mistakes in it. */
export async function observeLocally(scenario: Scenario): Promise<ScenarioRecord> {
  const folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
  const { signal } = new AbortController();
  try {
    const { root: pulumiRoot } = await testPulumi();
    const place = { target: localTarget(), pulumiRoot, pulumiHome: pulumiHome(process.env), folder, signal };
    const context = await openRun(place, () => undefined);
    const observation = await observe(scenario, context);
    const resources = resourcesOf(observation.deployments);
    return { resources, attempts: attemptsOf(scenario, observation), seconds: 1, fates: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
