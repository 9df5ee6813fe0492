import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import type { RunEvent, RunSummary } from "../../reporters/events.ts";
import { EventLogReporter } from "../../reporters/eventLog.ts";
import { JsonReporter } from "../../reporters/json.ts";
import { Multiplexer } from "../../reporters/multiplexer.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import { isGood } from "../../reporters/text/summaryLine.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { chooseScenarios } from "../chooseScenarios.ts";
import { remark } from "../context.ts";
import type { Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { keylabFolder, makePrivateFolder } from "../keylabFolder.ts";
import { interruptedExitCode } from "../tellError.ts";
import { withCrew } from "../crew/withCrew.ts";
import { checkReportFile } from "./checkReportFile.ts";
import { confirmTarget } from "./confirmTarget.ts";
import { displayFor } from "./display.ts";
import type { Display } from "./display.ts";
import { openTarget } from "./openTarget.ts";
import { preparePlace } from "./preparePlace.ts";
import { readTarget } from "./targetChoice.ts";
import type { TargetChoice } from "./targetChoice.ts";

/** What `keylab run` was told, beside the scenarios. */
export interface RunCommandOptions {
  readonly target: string;
  readonly yes?: boolean;
  readonly json?: string;
  readonly workers?: number;
  readonly mutate?: boolean;
  readonly keep?: boolean;
  /** Default: yes. */
  readonly sweep?: boolean;
}

/**
 * Runs scenarios, and sets the exit code: 0 if all was as expected, 1 if not, 130 if the run was interrupted.
 *
 * @throws UserError for wrong usage, and when nothing can be deployed or written; nothing has been created then.
 */
export async function run(ids: readonly string[], options: RunCommandOptions, context: Context): Promise<void> {
  const choice = readTarget(options.target);
  const { scenarios: all } = await import("../../scenarios/index.ts");
  const scenarios = chooseScenarios(all, ids);
  const runs = join(keylabFolder(context), "runs");
  await makePrivateFolder(runs);
  const json = options.json === undefined ? undefined : resolve(context.workingFolder, options.json);
  if (json !== undefined) await checkReportFile(json);

  const display = displayFor(context);
  const reporters = new Multiplexer([
    { name: "the display", reporter: display.reporter },
    { name: "the event log", reporter: new EventLogReporter(runs) },
    ...(json === undefined ? [] : [{ name: `the report ${json}`, reporter: new JsonReporter(json) }]),
  ]);
  try {
    const yes = options.yes === true;
    const workers = options.workers ?? (choice.kind === "local" ? availableParallelism() : 1);
    context.finish(exitCodeOf(await carryOut({ scenarios, choice, yes, workers, display, reporters }, context)));
  } finally {
    await reporters.close();
    tellBroken(reporters, context);
  }
}

/** A run that is ready to begin. */
interface Order {
  readonly scenarios: readonly Scenario[];
  readonly choice: TargetChoice;
  readonly yes: boolean;
  readonly workers: number;
  readonly display: Display;
  readonly reporters: Reporter;
}

/** Notices when the run begins: nothing is made before. */
class Beginning implements Reporter {
  hasBegun = false;

  on({ type }: RunEvent): void {
    if (type === "run started") this.hasBegun = true;
  }
}

async function carryOut(order: Order, context: Context): Promise<RunSummary> {
  const { scenarios, choice, yes, workers, display, reporters } = order;
  const beginning = new Beginning();
  const interruption = listenForInterruption(context.signals, (times) =>
    display.say(interruptedText(beginning.hasBegun, times)),
  );
  const { signal } = interruption;
  try {
    await confirmTarget(choice, { yes, signal }, context);
    const say = (line: string) => display.say(line);
    const place = await preparePlace({ openTarget: () => openTarget(choice, context), signal, say }, context);
    const { runScenarios } = await import("../../runner/runScenarios.ts");
    signal.throwIfAborted();
    return await withCrew({ size: Math.min(workers, scenarios.length), choice, place }, context, (crew) =>
      runScenarios({ ...place, scenarios, crew, reporters: [beginning, reporters] }),
    );
  } catch (error) {
    // Before anything was made, what fails after Ctrl-C fails because of it.
    if (!beginning.hasBegun) signal.throwIfAborted();
    throw error;
  } finally {
    interruption.stop();
  }
}

function exitCodeOf(summary: RunSummary): number {
  if (summary.interrupted) return interruptedExitCode;
  return isGood(summary) ? 0 : 1;
}

/** A report that is missing is no success. */
function tellBroken({ problems }: Multiplexer, context: Context): void {
  for (const [name, error] of problems) {
    remark(context, `${name} broke: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (problems.size > 0) context.finish(1);
}

function interruptedText(hasBegun: boolean, times: number): string {
  if (!hasBegun) return times === 1 ? "Stopping." : "Still stopping.";
  return times === 1
    ? "Interrupted: tearing down what this run has made. It takes a moment."
    : "Still tearing down. To end now would leave resources behind.";
}
