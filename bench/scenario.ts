/**
 * What a scenario costs beyond Pulumi: its wall time against that of the bare commands (`stack init`, `up` for each phase that
 * deploys, `destroy`) for the same programs with the same provider, once by Keylab's own `Engine`, once by the Automation API as
 * it comes. `npx tsx bench/scenario.ts [id…]`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalWorkspace, PulumiCommand, type PulumiFn } from "@pulumi/pulumi/automation/index.js";
import { Deployment } from "../runner/deployment.ts";
import { Engine, type EngineOptions } from "../runner/engine.ts";
import { runScenarios } from "../runner/runScenarios.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { scenarios } from "../scenarios/index.ts";
import { localTarget } from "../targets/localTarget.ts";
import { ensurePulumi } from "../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../toolchain/pulumiHome.ts";
import { median } from "../reporters/text/median.ts";
import { compare, timed } from "./summary.ts";

const pairs = 3;
const { root } = await ensurePulumi({ environment: process.env, report: console.error });
const home = pulumiHome(process.env);

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "keylab-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The whole scenario as `keylab run` runs it. */
function whole(scenario: Scenario): Promise<number> {
  return inFolder((folder) =>
    timed(() =>
      runScenarios({
        scenarios: [scenario],
        target: localTarget(),
        reporters: [],
        pulumiRoot: root,
        pulumiHome: home,
        folder,
        signal: new AbortController().signal,
      }),
    ),
  );
}

/** What brings a stack up to date, and destroys what it has made. */
interface Commands {
  up(program: PulumiFn): Promise<unknown>;
  destroy(): Promise<unknown>;
}

/** Only Pulumi: the parameters of every phase that deploys, one `up` after the other, then `destroy`. */
function bare(scenario: Scenario, open: (options: EngineOptions) => Promise<Commands>): Promise<number> {
  return inFolder(async (folder) => {
    const pulumi = await PulumiCommand.get({ root });
    const target = await localTarget().open(scenario.needs);
    const deployment = new Deployment(scenario, { name: (name) => name, secondAccount: target.secondAccount });
    const deploying = scenario.phases.filter(({ set }, index) => index === 0 || set !== undefined);
    try {
      return await timed(async () => {
        const commands = await open({ pulumi, pulumiHome: home, folder, settings: target.engine });
        let parameters = scenario.parameters;
        for (const { set } of deploying) {
          parameters = { ...parameters, ...set };
          await commands.up(deployment.program(parameters));
        }
        await commands.destroy();
      });
    } finally {
      await target.close();
    }
  });
}

/** The Automation API without anything of Keylab's. */
async function automationApi({ pulumi, pulumiHome, folder, settings }: EngineOptions): Promise<Commands> {
  const stack = await LocalWorkspace.createStack(
    { projectName: "bench", stackName: "organization/bench/run", program: async () => undefined },
    {
      pulumiHome,
      pulumiCommand: pulumi,
      workDir: folder,
      projectSettings: { name: "bench", runtime: "nodejs", backend: { url: `file://${folder}` } },
      secretsProvider: settings.secretsProvider,
      envVars: { ...settings.environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
    },
  );
  return { up: (program) => stack.up({ program }), destroy: () => stack.destroy() };
}

const ids = process.argv.slice(2);
const ways = [
  { name: "its own engine", open: (options: EngineOptions) => Engine.open(options) },
  { name: "the Automation API as it comes", open: automationApi },
] as const;
const ratios = new Map<string, number[]>();
for (const scenario of scenarios.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
  for (const { name, open } of ways) {
    const { a, b, ratio } = await compare(
      pairs,
      () => whole(scenario),
      () => bare(scenario, open),
    );
    ratios.set(name, [...(ratios.get(name) ?? []), ratio]);
    console.log(`${scenario.id}: ${ratio.toFixed(2)} × ${name} (${a.toFixed(0)} ms to ${b.toFixed(0)} ms)`);
  }
}
for (const [name, all] of ratios) console.log(`Median of ${all.length} scenarios: ${median(all).toFixed(2)} × ${name}`);
