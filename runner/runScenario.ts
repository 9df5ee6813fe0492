import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Problem, ScenarioEnded } from "../reporters/events.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { Administrators } from "./administrators.ts";
import { CredentialsFolder } from "./credentialsFolder.ts";
import { Deployment } from "./deployment.ts";
import { Engine } from "./engine.ts";
import { findLeftovers } from "./findLeftovers.ts";
import { takeInventory } from "./inventory/takeInventory.ts";
import { namingOf } from "./namingOf.ts";
import { checkKeys } from "./pendingKeys.ts";
import { problemsOf } from "./problemsOf.ts";
import { runPhases } from "./runPhases.ts";
import type { RunContext } from "./runContext.ts";
import { timeLimit, withinTime } from "./timeLimit.ts";
import { unmetNeeds } from "./unmetNeeds.ts";
import { Teardown } from "./teardown.ts";

/** How the run of a scenario ended. */
export type Ending = Pick<ScenarioEnded, "outcome" | "problems" | "leftovers" | "pendingKeys">;

/** Runs one scenario on a target of its own: deploy, prove, tear down, prove that nothing is left. */
export async function runScenario(scenario: Scenario, context: RunContext): Promise<Ending> {
  const unmet = unmetNeeds(scenario, context.target);
  if (unmet.length > 0) {
    const message = `It needs what ${context.target.description.name} does not have: ${unmet.join(", ")}.`;
    return ending("skipped", [{ stage: "preparation", message }]);
  }
  const whole = new Teardown();
  const ended = await within(scenario, context, whole).catch((error: unknown) =>
    error === context.signal.reason
      ? ending("interrupted", [])
      : ending("failed", problemsOf(error, { stage: "preparation" })),
  );
  const problems = [...ended.problems, ...(await whole.run())];
  return { ...ended, problems, outcome: problems.length > 0 && ended.outcome === "passed" ? "failed" : ended.outcome };
}

/** The end of a scenario of which nothing was deployed. */
function ending(outcome: Ending["outcome"], problems: readonly Problem[]): Ending {
  return { outcome, problems, leftovers: [], pendingKeys: [] };
}

/** `whole` collects what is undone last: the room on the target, and the connections to it. */
async function within(scenario: Scenario, context: RunContext, whole: Teardown): Promise<Ending> {
  const target = await context.target.open(scenario.needs);
  whole.add("closing the target", () => target.close());
  const administrators = new Administrators(target, scenario.regions);
  whole.add("closing the connections", async () => administrators.close());

  const folder = join(context.folder, `${scenario.id.replaceAll("/", "_")}-${context.suffix}`);
  const files = new CredentialsFolder(join(folder, "credentials"));
  const [began, naming, before, engine] = await Promise.all([
    target.now(),
    namingOf(target, administrators.home, context.suffix),
    takeInventory(administrators.all()),
    Engine.open({ ...context, folder, settings: target.engine }),
  ]).catch((error: unknown) => {
    // Ctrl-C in a terminal ends the engine's processes as well: what fails then is its consequence.
    context.signal.throwIfAborted();
    throw error;
  });
  const { secondAccount } = target;
  const deployment = new Deployment(scenario, {
    name: naming.name,
    secondAccount,
    witness: context.witness?.(scenario),
  });

  const teardown = new Teardown();
  teardown.add("deleting the credentials files", () => files.remove());
  teardown.add("destroying the resources", () => destroy(engine, context), "destruction");
  const phases = await runPhases({ scenario, context, target, engine, deployment, files, naming });
  context.emit({ type: "teardown started", at: new Date().toISOString(), scenario: scenario.id });
  const problems = [...phases.problems, ...(await teardown.run())];

  const keys = await checkKeys(engine.resources(), administrators, { began, ended: await target.now() });
  const after = await takeInventory(administrators.all());
  const isOurs = (item: string) => target.isExclusive || item.includes(context.suffix) || madeByEngine(engine, item);
  const leftovers = [...findLeftovers(before, after, isOurs), ...keys.wrong, ...(await files.survivors())];
  const outcome = problems.length + leftovers.length > 0 ? "failed" : phases.outcome;
  // What the engine still knows is of use only where something may be left to destroy.
  if (target.isExclusive || outcome !== "failed") await rm(folder, { recursive: true, force: true });
  return { outcome, problems, leftovers, pendingKeys: keys.pending };
}

/** A Ctrl-C in a terminal reaches the engine as well and ends its first attempt; the second one then does the work. */
async function destroy(engine: Engine, { signal, settings }: RunContext): Promise<void> {
  const limit = timeLimit("The teardown", settings.scenarioTimeout);
  const once = () => withinTime(limit.signal, () => engine.destroy(limit.signal));
  try {
    await once().catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return once();
    });
  } finally {
    limit.stop();
  }
}

function madeByEngine(engine: Engine, item: string): boolean {
  return engine.resources().some(({ id }) => item.endsWith(`/${id}`));
}
