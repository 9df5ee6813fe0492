/**
 * Runs the scenarios that AWS can carry on an embedded AWS as if it were AWS, kept and swept as well, and writes down for which actions the
 * runner's role and the scenarios' own principals were judged: catalogue/permissions/recordedActions.json.
 *
 *   npm run record:actions -- [id…]
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { readRecord } from "../catalogue/scenarioRecord.ts";
import { ensurePulumi } from "../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../toolchain/pulumiHome.ts";
import { scenarios } from "../scenarios/index.ts";
import { recordedActions, type ScenarioActions } from "../catalogue/permissions/recordedActions.ts";
import { observeActions } from "./observeActions.ts";

const { env: environment, argv } = process;
const ids = argv.slice(2);
const { signal } = new AbortController();
const { root: pulumiRoot } = await ensurePulumi({ environment, report: console.log, signal });
const pulumi = await PulumiCommand.get({ root: pulumiRoot });
const actions = new Map(Object.entries(recordedActions));
for (const scenario of scenarios.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
  const folder = await mkdtemp(join(tmpdir(), "keylab-actions-"));
  const observed = await observeActions(scenario, {
    pulumiRoot,
    pulumi,
    pulumiHome: pulumiHome(environment),
    folder,
    signal,
  });
  await rm(folder, { recursive: true });
  if (observed === undefined) continue;
  actions.set(scenario.id, { ...deployedBy(scenario.id), ...observed });
  console.log(`${scenario.id}: ${Object.keys(observed.caller).length} actions of the caller`);
}
const file = fileURLToPath(new URL("../catalogue/permissions/recordedActions.json", import.meta.url));
const known = scenarios.map(({ id }) => id).filter((id) => actions.has(id));
const record = Object.fromEntries(known.map((id) => [id, actions.get(id)]));
await writeFile(file, `${JSON.stringify(record, undefined, 1)}\n`);

function deployedBy(id: string): Pick<ScenarioActions, "resources" | "boundaries"> {
  const { resources } = readRecord(id);
  const types = [
    ...new Set(resources.map(({ type }) => type).filter((type) => !/^(keylab|pulumi):/.test(type))),
  ].sort();
  const inputs = resources.flatMap(({ states }) => states.map((state) => state.inputs.permissionsBoundary));
  return {
    resources: Object.fromEntries(types.map((type) => [type, resources.filter((one) => one.type === type).length])),
    boundaries: [...new Set(inputs.filter((arn) => typeof arn === "string"))],
  };
}
