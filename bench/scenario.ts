/**
 * What a scenario costs beyond the engine: its wall time against bare `pulumi up` and `pulumi destroy` of the same
 * programs with the same provider.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import { Deployment } from "../runner/deployment.ts";
import { Engine } from "../runner/engine.ts";
import { runScenarios } from "../runner/runScenarios.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { scenarios } from "../scenarios/index.ts";
import { localTarget } from "../targets/localTarget.ts";
import { ensurePulumi } from "../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../toolchain/pulumiHome.ts";
import { compare, timed } from "./summary.ts";

const pairs = 5;
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

/** Only the engine: the parameters of every phase that deploys, one `up` after the other, then `destroy`. */
function bare(scenario: Scenario): Promise<number> {
  return inFolder(async (folder) => {
    const pulumi = await PulumiCommand.get({ root });
    const target = await localTarget().open(scenario.needs);
    const engine = await Engine.open({ pulumi, pulumiHome: home, folder, settings: target.engine });
    const deployment = new Deployment(scenario, { name: (name) => name, secondAccount: target.secondAccount });
    const deploying = scenario.phases.filter(({ set }, index) => index === 0 || set !== undefined);
    try {
      return await timed(async () => {
        let parameters = scenario.parameters;
        for (const { set } of deploying) {
          parameters = { ...parameters, ...set };
          await engine.up(deployment.program(parameters));
        }
        await engine.destroy();
      });
    } finally {
      await target.close();
    }
  });
}

for (const scenario of scenarios) {
  const { a, b, ratio } = await compare(
    pairs,
    () => whole(scenario),
    () => bare(scenario),
  );
  console.log(
    `${scenario.id}: ${ratio.toFixed(2)} × bare Pulumi (median of ${pairs} pairs; ${a.toFixed(0)} ms to ${b.toFixed(0)} ms)`,
  );
}
