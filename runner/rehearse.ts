import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { Notes } from "../scenarios/contract/notes.ts";
import { Session } from "../scenarios/contract/session.ts";
import { CredentialsFolder } from "./credentialsFolder.ts";
import { Deployment } from "./deployment.ts";
import { Engine } from "./engine.ts";
import { namingOf } from "./namingOf.ts";
import { problemsOf } from "./problemsOf.ts";
import type { RunContext } from "./runContext.ts";
import { runPhases, type PhasesEnded } from "./runPhases.ts";
import { Teardown } from "./teardown.ts";

/**
 * Runs the phases of a scenario on a target of which nothing remains: so nothing is destroyed, and nothing
 * looked for afterwards.
 */
export async function rehearse(scenario: Scenario, context: RunContext): Promise<PhasesEnded> {
  const teardown = new Teardown();
  const ended = await within(scenario, context, teardown).catch((error: unknown): PhasesEnded => ({
    outcome: context.signal.aborted ? "interrupted" : "failed",
    problems: problemsOf(error, { stage: "preparation" }),
  }));
  const problems = [...ended.problems, ...(await teardown.run())];
  return { ...ended, outcome: problems.length > 0 && ended.outcome === "passed" ? "failed" : ended.outcome, problems };
}

async function within(scenario: Scenario, context: RunContext, teardown: Teardown): Promise<PhasesEnded> {
  const target = await context.target.open(scenario.needs);
  teardown.add("closing the target", () => target.close());
  if (!target.isExclusive)
    throw new Error(`A rehearsal needs a target of its own, not ${context.target.description.name}.`);
  const administrator = new Session(target.clientConfiguration(target.administrator), new Notes());
  teardown.add("closing the connections", async () => administrator.close());
  const folder = join(context.folder, scenario.id.replaceAll("/", "_"));
  teardown.add("deleting the folder", () => rm(folder, { recursive: true, force: true }));
  const naming = await namingOf(target, administrator, context.suffix);
  const engine = await Engine.open({ ...context, folder, settings: target.engine });
  const { secondAccount } = target;
  const deployment = new Deployment(scenario, {
    name: naming.name,
    secondAccount,
    witness: context.witness?.(scenario),
  });
  const files = new CredentialsFolder(join(folder, "credentials"));
  return runPhases({ scenario, context, target, engine, deployment, files, naming });
}
