/**
 * Runs scenarios, and every mistake in them, and writes down what there is to know: catalogue/records/.
 *
 *   npm run record:scenarios -- [--resources] [id…]
 *
 * With `--resources` no mistake is made anew: what came of those that are recorded stays. It takes a second a scenario.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { attemptsOf } from "../catalogue/attemptsOf.ts";
import { resourcesOf } from "../catalogue/resourcesOf.ts";
import { readRecord, recordFile, type ScenarioRecord } from "../catalogue/scenarioRecord.ts";
import { mutateScenario, observe } from "../mutations/mutateScenario.ts";
import { openRun } from "../runner/openRun.ts";
import { scenarios } from "../scenarios/index.ts";
import { localTarget } from "../targets/localTarget.ts";
import { ensurePulumi } from "../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../toolchain/pulumiHome.ts";

const { env: environment, argv } = process;
const words = argv.slice(2);
const ids = words.filter((word) => word !== "--resources");
const keepsFates = words.includes("--resources");
const { signal } = new AbortController();
const { root: pulumiRoot } = await ensurePulumi({ environment, report: console.log, signal });
const folder = await mkdtemp(join(tmpdir(), "keylab-record-"));
const place = { target: localTarget(), pulumiRoot, pulumiHome: pulumiHome(environment), folder, signal };
const context = await openRun(place, () => undefined);
for (const scenario of scenarios.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
  const began = performance.now();
  const observation = await observe(scenario, context);
  const seconds = Math.ceil((performance.now() - began) / 1000);
  const fates = keepsFates ? recordedFates(scenario.id) : await mutateScenario(scenario, context);
  const resources = resourcesOf(observation.deployments);
  const record: ScenarioRecord = { resources, attempts: attemptsOf(scenario, observation), seconds, fates: [...fates] };
  const file = fileURLToPath(recordFile(scenario.id));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(record, undefined, 2)}\n`);
  console.log(`${scenario.id}: ${resources.length} resources, ${fates.length} mistakes`);
}
await rm(folder, { recursive: true });

function recordedFates(id: string): ScenarioRecord["fates"] {
  return existsSync(recordFile(id)) ? readRecord(id).fates : [];
}
