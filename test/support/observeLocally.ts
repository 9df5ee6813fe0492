import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resourcesOf } from "../../catalogue/resourcesOf.ts";
import type { RecordedResource } from "../../catalogue/scenarioRecord.ts";
import { observe } from "../../mutations/mutateScenario.ts";
import { openRun } from "../../runner/openRun.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { localTarget } from "../../targets/localTarget.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { testPulumi } from "./pulumi.ts";

/** Runs a scenario on an embedded AWS of its own. Resolves with what it deploys, as a record has it. */
export async function observeLocally(scenario: Scenario): Promise<readonly RecordedResource[]> {
  const folder = await mkdtemp(join(tmpdir(), "keylab-test-"));
  const { signal } = new AbortController();
  try {
    const { root: pulumiRoot } = await testPulumi();
    const place = { target: localTarget(), pulumiRoot, pulumiHome: pulumiHome(process.env), folder, signal };
    const context = await openRun(place, () => undefined);
    return resourcesOf(await observe(scenario, context));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
