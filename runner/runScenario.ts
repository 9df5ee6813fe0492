import { rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Problem, ScenarioEnded } from "../reporters/events.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { Administrators } from "./administrators.ts";
import { boundPrincipals } from "./boundPrincipals.ts";
import { CredentialsFolder } from "./credentialsFolder.ts";
import { Deployment } from "./deployment.ts";
import { Engine } from "./engine.ts";
import { findLeaks } from "./findLeaks.ts";
import { takeInventory } from "./inventory/takeInventory.ts";
import type { JournalledScenario } from "./journal/journalledRun.ts";
import { ScenarioJournal } from "./journal/scenarioJournal.ts";
import { markOf, tagsOf, type Mark } from "./marks/mark.ts";
import { namingOf } from "./namingOf.ts";
import { checkKeys } from "./pendingKeys.ts";
import { problemsOf } from "./problemsOf.ts";
import { runPhases } from "./runPhases.ts";
import type { RunContext } from "./runContext.ts";
import { engineGraceMilliseconds, timeLimit, withinTime } from "./timeLimit.ts";
import { unmetNeeds } from "./unmetNeeds.ts";
import { refuseUsed, urnsOf, usedKeys } from "./usedKeys.ts";
import { Teardown } from "./teardown.ts";
import { tellResources } from "./tellResources.ts";

/** How the run of a scenario ended. */
export type Ending = Pick<ScenarioEnded, "outcome" | "problems" | "unsupported" | "leftovers" | "pendingKeys">;

/** Runs one scenario on a target of its own: deploy, prove, tear down, prove that nothing is left. */
export async function runScenario(scenario: Scenario, context: RunContext): Promise<Ending> {
  const unmet = unmetNeeds(scenario, context.target);
  if (unmet.length > 0) {
    const message = `It needs what ${context.target.description.name} does not have: ${unmet.join(", ")}.`;
    return ending("skipped", [{ stage: "preparation", message }]);
  }
  const whole = new Teardown();
  const mark = markOf(basename(context.folder), context.suffix, scenario.id);
  const journal = new ScenarioJournal(context.folder, mark);
  journal.began(mark, { folder: folderOf(scenario, context), regions: scenario.regions });
  const ended = await within(scenario, { context, whole, mark, journal }).catch((error: unknown) =>
    error === context.signal.reason
      ? ending("interrupted", [])
      : ending("failed", problemsOf(error, { stage: "preparation" })),
  );
  const undoing = await whole.run();
  journal.ended(leftOf(ended, undoing, context));
  const problems = [...ended.problems, ...undoing];
  const { unsupported, leftovers, pendingKeys } = ended;
  return { outcome: outcomeAfter(ended.outcome, undoing), problems, unsupported, leftovers, pendingKeys };
}

/** What could not be undone, or was left behind, is a failure where nothing else was. */
function outcomeAfter(outcome: Ending["outcome"], troubles: readonly unknown[]): Ending["outcome"] {
  return troubles.length > 0 && (outcome === "passed" || outcome === "skipped") ? "failed" : outcome;
}

/** Below the folder of the run. */
function folderOf({ id }: Scenario, { suffix }: RunContext): string {
  return `${id.replaceAll("/", "_")}-${suffix}`;
}

function leftOf(
  { isTornDown = false, leftovers }: Ended,
  undoing: readonly Problem[],
  { settings: { keep = false }, target }: RunContext,
): JournalledScenario["left"] {
  if (keep && target.lasting !== undefined) return "everything, as was wanted";
  return isTornDown && leftovers.length + undoing.length === 0 ? "nothing" : "something";
}

/** How a scenario ended, and whether everything was undone then: before anything was made, nobody knows. */
interface Ended extends Ending {
  readonly isTornDown?: boolean;
}

/** What the run of one scenario has of its own. */
interface Room {
  readonly context: RunContext;
  /** Collects what is undone last: the room on the target, and the connections to it. */
  readonly whole: Teardown;
  readonly mark: Mark;
  readonly journal: ScenarioJournal;
}

/** The end of a scenario of which nothing was deployed. */
function ending(outcome: Ending["outcome"], problems: readonly Problem[]): Ending {
  return { outcome, problems, leftovers: [], pendingKeys: [] };
}

async function within(scenario: Scenario, room: Room): Promise<Ended> {
  const { context, mark, journal } = room;
  const { lasting } = context.target;
  const keep = context.settings.keep === true && lasting !== undefined;
  const prepared = await prepare(scenario, room);
  const { target, administrators, engine, files } = prepared;
  const teardown = new Teardown();
  teardown.add("deleting the credentials files", () => files.remove());
  const undo = async () => {
    const used = lasting ? await usedKeys(engine.resources(), administrators, mark) : [];
    await destroy(engine, context, urnsOf(used));
    refuseUsed(used, context.target);
  };
  if (!keep) teardown.add("destroying the resources", undo, "destruction");
  const phases = await runPhases({ ...prepared, scenario, context });
  context.emit({ type: "teardown started", at: new Date().toISOString(), scenario: scenario.id });
  journal.destructionBegan();
  const undoing = await teardown.run();
  const problems = [...phases.problems, ...undoing];
  if (keep) {
    const outcome = outcomeAfter(phases.outcome, undoing);
    return { ...phases, outcome, problems, leftovers: await files.survivors(), pendingKeys: [] };
  }

  const time = { began: prepared.began, ended: await target.now() };
  const keys = await checkKeys(engine.resources(), administrators, time);
  if (undoing.length === 0) await engine.forget();
  const leaks = await findLeaks({ ...prepared, made: engine.resources(), mark, lasting });
  // Of a key that is there still, what is wrong with it is told.
  const others = leaks.filter((item) => !keys.wrong.some((told) => told.startsWith(item)));
  const leftovers = [...others, ...keys.wrong, ...(await files.survivors())];
  const outcome = undoing.length + leftovers.length > 0 ? "failed" : phases.outcome;
  // What the engine still knows is of use only where something may be left to destroy.
  if (target.isExclusive || outcome !== "failed") await rm(prepared.folder, { recursive: true, force: true });
  const { unsupported } = phases;
  return { outcome, problems, unsupported, leftovers, pendingKeys: keys.pending, isTornDown: undoing.length === 0 };
}

/** Makes room, and everything that is needed to deploy; deploys nothing yet. */
async function prepare(scenario: Scenario, { context, whole, mark, journal }: Room) {
  const { lasting } = context.target;
  const target = await context.target.open(scenario.needs, mark);
  whole.add("closing the target", () => target.close(context.settings.keep));
  const administrators = new Administrators(target, scenario.regions);
  whole.add("closing the connections", async () => administrators.close());

  const folder = join(context.folder, folderOf(scenario, context));
  const files = new CredentialsFolder(join(folder, "credentials"));
  const made = lasting && journal.made;
  const [began, naming, before, engine] = await Promise.all([
    target.now(),
    namingOf(target, administrators.home, context.suffix),
    takeInventory(administrators.all()),
    Engine.open({ ...context, folder, settings: target.engine, made, defaultTags: lasting && tagsOf(mark) }),
  ]).catch((error: unknown) => {
    // Ctrl-C in a terminal ends the engine's processes as well: what fails then is its consequence.
    context.signal.throwIfAborted();
    throw error;
  });
  if (lasting) journal.accountKnown(naming.accountId, administrators.home.region);
  const deployment = new Deployment(scenario, {
    name: naming.name,
    secondAccount: target.secondAccount,
    witness: context.witness?.(scenario),
    transformations: [
      ...(lasting ? [tellResources(journal.intended)] : []),
      ...(target.permissionsBoundary === undefined ? [] : [boundPrincipals(target.permissionsBoundary)]),
    ],
  });
  return { target, administrators, folder, files, began, naming, before, engine, deployment };
}

/** A Ctrl-C in a terminal reaches the engine as well and ends its first attempt; the second one then does the work. */
async function destroy(engine: Engine, { signal, settings }: RunContext, spared: readonly string[]): Promise<void> {
  const limit = timeLimit("The teardown", settings.scenarioTimeout);
  const once = () => withinTime(limit.signal, () => engine.destroy(limit.signal, spared), engineGraceMilliseconds);
  try {
    await once().catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return once();
    });
  } finally {
    limit.stop();
  }
}
