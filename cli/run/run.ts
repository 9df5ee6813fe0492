import { join, resolve } from "node:path";
import type { RunSummary } from "../../reporters/events.ts";
import { EventLogReporter } from "../../reporters/eventLog.ts";
import { JsonReporter } from "../../reporters/json.ts";
import { Multiplexer } from "../../reporters/multiplexer.ts";
import { isGood } from "../../reporters/text/summaryLine.ts";
import { ensurePulumi } from "../../toolchain/ensurePulumi.ts";
import { pulumiHome } from "../../toolchain/pulumiHome.ts";
import { chooseScenarios } from "../chooseScenarios.ts";
import { remark } from "../context.ts";
import type { Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { keylabFolder, makePrivateFolder } from "../keylabFolder.ts";
import { interruptedExitCode } from "../tellError.ts";
import { checkReportFile } from "./checkReportFile.ts";
import { confirmTarget } from "./confirmTarget.ts";
import { displayFor } from "./display.ts";
import { openTarget } from "./openTarget.ts";
import { readTarget } from "./targetChoice.ts";

/** What `keylab run` was told, beside the scenarios. */
export interface RunCommandOptions {
  readonly target: string;
  readonly yes?: boolean;
  readonly json?: string;
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
  const folder = keylabFolder(context);
  const runs = join(folder, "runs");
  await makePrivateFolder(runs);
  const json = options.json === undefined ? undefined : resolve(context.workingFolder, options.json);
  if (json !== undefined) await checkReportFile(json);

  const display = displayFor(context);
  let isRunning = false;
  const interruption = listenForInterruption(context.signals, (times) =>
    display.say(interruptedText(isRunning, times)),
  );
  const { signal } = interruption;
  const { environment } = context;
  const reporters = new Multiplexer([
    { name: "the display", reporter: display.reporter },
    { name: "the event log", reporter: new EventLogReporter(runs) },
    ...(json === undefined ? [] : [{ name: `the report ${json}`, reporter: new JsonReporter(json) }]),
  ]);
  try {
    await confirmTarget(choice, { yes: options.yes === true, signal }, context);
    const { root } = await ensurePulumi({ environment, report: (line) => display.say(line), signal });
    const target = await openTarget(choice, context);
    const { runScenarios } = await import("../../runner/runScenarios.ts");
    signal.throwIfAborted();
    isRunning = true;
    const summary = await runScenarios({
      scenarios,
      target,
      reporters: [reporters],
      pulumiRoot: root,
      pulumiHome: pulumiHome(environment),
      folder,
      signal,
    });
    context.finish(exitCodeOf(summary));
  } catch (error) {
    // Ctrl-C in a terminal reaches all processes at once, the one that loads our sources included: what fails then, before
    // anything was made, fails because of it.
    if (!isRunning) signal.throwIfAborted();
    throw error;
  } finally {
    await reporters.close();
    interruption.stop();
    tellBroken(reporters, context);
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

function interruptedText(isRunning: boolean, times: number): string {
  if (!isRunning) return times === 1 ? "Stopping." : "Still stopping.";
  return times === 1
    ? "Interrupted: tearing down what this run has made. It takes a moment."
    : "Still tearing down. To end now would leave resources behind.";
}
