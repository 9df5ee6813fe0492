import { availableParallelism } from "node:os";
import { explainFates, type Fates } from "../../mutations/explainFates.ts";
import type { Fate } from "../../mutations/mutateScenario.ts";
import { duration } from "../../reporters/text/duration.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";
import { UserError } from "../../errors/userError.ts";
import { print, remark, type Context } from "../context.ts";
import { withCrew } from "../crew/withCrew.ts";
import { listenForInterruption } from "../interruption.ts";
import { keylabFolder, makePrivateFolder } from "../keylabFolder.ts";
import { runsFolder } from "../runs/runsFolder.ts";
import { chooseWork } from "./chooseWork.ts";
import { countsText, mutationProblems } from "./mutationLines.ts";
import { openTarget } from "./openTarget.ts";
import { preparePlace } from "./preparePlace.ts";
import type { RunCommandOptions } from "./runCommandOptions.ts";
import { readTarget, type TargetChoice } from "./targetChoice.ts";

/**
 * Makes every meaningful mistake in what scenarios deploy, each on an embedded AWS of its own, and tells which were not
 * noticed. Sets the exit code: 0 if all were noticed or are explained, 1 if not.
 *
 * @throws UserError for wrong usage.
 */
export async function mutate(ids: readonly string[], options: RunCommandOptions, context: Context): Promise<void> {
  const choice = readTarget(options.target, options);
  refuseMeaningless(choice, options);
  const { scenarios: all } = await import("../../scenarios/index.ts");
  const { scenarios } = await chooseWork(ids, options, { runs: runsFolder(context), choice });
  await makePrivateFolder(keylabFolder(context));
  const interruption = listenForInterruption(context.signals, () => remark(context, "Stopping."));
  const { signal } = interruption;
  const say = (line: string) => remark(context, line);
  try {
    const place = await preparePlace({ target: await openTarget(choice, context), signal, say }, context);
    const began = performance.now();
    const { mutateScenarios } = await import("../../mutations/mutateScenarios.ts");
    const size = Math.min(options.workers ?? availableParallelism(), scenarios.length);
    const tell = ({ id }: Scenario, { length }: readonly Fate[]) => say(`${id}: ${length} mistakes made`);
    const fates = await withCrew({ size, choice, place }, context, ({ mutate: make }) =>
      mutateScenarios(scenarios, place, { size, mutate: make, tell }),
    );
    // What other scenarios noticed when they were recorded need not be tried again.
    const { recordedFates } = await import("../../catalogue/recordedFates.ts");
    const known: Fates = new Map([...recordedFates(all), ...fates]);
    const problems = scenarios.flatMap((scenario) => mutationProblems(scenario, known));
    for (const problem of problems) print(context, problem);
    const explained = scenarios.flatMap((scenario) => explainFates(scenario, known));
    print(context, `${countsText(explained)} (${duration(performance.now() - began)})`);
    context.finish(problems.length === 0 ? 0 : 1);
  } finally {
    interruption.stop();
  }
}

/** Options of a run that mean nothing here, a target other than the embedded AWS among them. */
function refuseMeaningless({ kind }: TargetChoice, options: RunCommandOptions): void {
  const given = {
    "--target": kind !== "local" || undefined,
    "--reporter": options.reporter,
    "--repeat": options.repeat,
    "--retries": options.retries,
    "--bail": options.bail,
    "--keep": options.keep,
    "--timeout": options.timeout,
    "--phase-timeout": options.phaseTimeout,
    "--answers": options.answers,
  };
  const names = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : name));
  if (names.length === 0) return;
  throw new UserError(
    "Every mistake is made once, on an embedded AWS of its own, and no reporter tells of it.",
    `Leave ${names.join(", ")} out.`,
  );
}
