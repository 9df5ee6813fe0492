import type { RunEvent, RunStarted, RunSummary } from "../../reporters/events.ts";
import { readAlikeRuns } from "../../reporters/history/readAlikeRuns.ts";
import type { Reporter } from "../../reporters/reporter.ts";
import type { Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { makePrivateFolder } from "../keylabFolder.ts";
import { exitCodeOf } from "../exitCodeOf.ts";
import type { Backend } from "../../runner/backend.ts";
import { keepText } from "../sweep/keepText.ts";
import { chooseWork, settingsOf, type Work } from "./chooseWork.ts";
import { runsFolder } from "../runs/runsFolder.ts";
import { confirmTarget } from "./confirmTarget.ts";
import { usualDisplay, type Display } from "./displays.ts";
import { openTarget } from "./openTarget.ts";
import type { RunCommandOptions } from "./runCommandOptions.ts";
import { readBackend } from "./readBackend.ts";
import { preflight } from "../preflight/preflight.ts";
import { openReporters, runFolderReporters } from "./reporters.ts";
import { runOn, workersFor } from "./runOn.ts";
import { tellBroken } from "./tellBroken.ts";
import { readTarget } from "./targetChoice.ts";
import type { TargetChoice } from "./targetChoice.ts";

/**
 * Runs scenarios, and sets the exit code: 0 if all was as expected, 1 if not, 3 if some answers did not settle and
 * all others were, 130 if the run was interrupted.
 *
 * @throws UserError for wrong usage, and when nothing can be deployed or written; nothing has been created then.
 */
export async function run(ids: readonly string[], options: RunCommandOptions, context: Context): Promise<void> {
  const choice = readTarget(options.target, options);
  const backend = readBackend(options, choice, context.environment);
  const runs = runsFolder(context);
  const work = await chooseWork(ids, options, { runs, choice });
  await makePrivateFolder(runs);
  const earlier = (run: RunStarted) => readAlikeRuns(runs, run);
  const others = runFolderReporters(runs, earlier);
  const order = { requests: options.reporter ?? [], usual: usualDisplay, others, earlier };
  const { display, all: reporters } = await openReporters(order, context);
  try {
    const summary = await carryOut({ work, options, choice, backend, display, reporters }, context);
    context.finish(work.scenarios.length === 0 && !summary.interrupted ? 0 : exitCodeOf(summary));
  } finally {
    await reporters.close();
    tellBroken(reporters, context);
  }
}

/** A run that is ready to begin. */
interface Order {
  readonly work: Work;
  readonly options: RunCommandOptions;
  readonly choice: TargetChoice;
  readonly backend?: Backend;
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
  const { work, options, choice, backend, display, reporters } = order;
  const beginning = new Beginning();
  const interruption = listenForInterruption(context.signals, (times) =>
    display.say(interruptedText(beginning.hasBegun, times)),
  );
  const { signal } = interruption;
  try {
    const say = (line: string) => display.say(line);
    const target = await openTarget(choice, context);
    const workersAtOnce = workersFor({ work, choice, workers: options.workers });
    await preflight({ choice, target, scenarios: work.scenarios, workers: workersAtOnce }, options, say);
    signal.throwIfAborted();
    await confirmTarget({ choice, target: target.description }, { yes: options.yes === true, signal }, context);
    if (options.keep === true) say(keepText(choice));
    const { sweep, workers } = options;
    const settings = settingsOf(options);
    const all = [beginning, reporters];
    return await runOn(
      { work, choice, target, backend, settings, sweep, workers, reporters: all, signal, say },
      context,
    );
  } catch (error) {
    // Before anything was made, what fails after Ctrl-C fails because of it.
    if (!beginning.hasBegun) signal.throwIfAborted();
    throw error;
  } finally {
    interruption.stop();
  }
}

function interruptedText(hasBegun: boolean, times: number): string {
  if (!hasBegun) return times === 1 ? "Stopping." : "Still stopping.";
  return times === 1
    ? "Interrupted: tearing down what this run has made. It takes a moment."
    : "Still tearing down. To end now would leave resources behind.";
}
