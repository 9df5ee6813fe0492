/**
 * Runs scenarios, and every mistake in them, and writes down what there is to know: catalogue/records/.
 *
 *   npm run record:scenarios [id…]
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { resourcesOf } from "../catalogue/resourcesOf.ts";
import { recordFile, type ScenarioRecord } from "../catalogue/scenarioRecord.ts";
import { mutateScenario, observe } from "../mutations/mutateScenario.ts";
import { openRun } from "../runner/openRun.ts";
import { scenarios } from "../scenarios/index.ts";
import { localTarget } from "../targets/localTarget.ts";
import { ensurePulumi } from "../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../toolchain/pulumiHome.ts";

const { env: environment, argv } = process;
const ids = argv.slice(2);
const { signal } = new AbortController();
const { root: pulumiRoot } = await ensurePulumi({ environment, report: console.log, signal });
const folder = await mkdtemp(join(tmpdir(), "keylab-record-"));
const place = { target: localTarget(), pulumiRoot, pulumiHome: pulumiHome(environment), folder, signal };
const context = await openRun(place, () => undefined);
for (const scenario of scenarios.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
  const began = performance.now();
  const resources = resourcesOf(await observe(scenario, context));
  const seconds = Math.ceil((performance.now() - began) / 1000);
  const fates = await mutateScenario(scenario, context);
  const record: ScenarioRecord = { resources, seconds, fates: [...fates] };
  const file = fileURLToPath(recordFile(scenario.id));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(record, undefined, 2)}\n`);
  console.log(`${scenario.id}: ${resources.length} resources, ${fates.length} mistakes`);
}
await rm(folder, { recursive: true });
