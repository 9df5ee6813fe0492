import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { UserError } from "../../errors/userError.ts";
import { print, remark, type Context } from "../context.ts";
import { listenForInterruption } from "../interruption.ts";
import { makePrivateFolder } from "../keylabFolder.ts";
import { checkReportFile } from "../run/checkReportFile.ts";
import { confirmTarget } from "../run/confirmTarget.ts";
import { openTarget } from "../run/openTarget.ts";
import { readTarget, textOf, type EntryOptions, type TargetChoice } from "../run/targetChoice.ts";
import { runsFolder } from "../runs/runsFolder.ts";
import { selectScenarios } from "../select/selectScenarios.ts";
import { comparePlace } from "./comparePlace.ts";
import { comparison, comparisonVersion, type PlaceResult } from "./comparison.ts";
import { comparisonLines } from "./comparisonLines.ts";

/** What `keylab compare` was told, beside the places. */
export interface CompareOptions extends EntryOptions {
  /** Ids; default: all. */
  readonly scenario?: readonly string[];
  readonly grep?: RegExp;
  readonly area?: readonly string[];
  readonly workshop?: readonly string[];
  /** `true`: to the standard output, instead of the table. */
  readonly json?: string | true;
  readonly yes?: boolean;
}

/**
 * Runs the same scenarios at several places, one after the other, and tells who decides like AWS. Sets the exit code: 0 if all
 * were compared, 1 if one could not be.
 *
 * @throws UserError for wrong usage, before anything is created.
 */
export async function compare(places: readonly string[], options: CompareOptions, context: Context): Promise<void> {
  const choices = readPlaces(places, options);
  const { scenarios: all } = await import("../../scenarios/index.ts");
  const { scenario: ids = [], grep, area: areas, workshop: workshops } = options;
  const scenarios = selectScenarios(all, { ids, grep, areas, workshops });
  const file = typeof options.json === "string" ? resolve(context.workingFolder, options.json) : undefined;
  if (file !== undefined) await checkReportFile(file);
  await makePrivateFolder(runsFolder(context));
  const results = await compareAll(choices, { scenarios, yes: options.yes === true }, context);
  const told = comparison.parse({
    schemaVersion: comparisonVersion,
    comparedAt: new Date().toISOString(),
    keylab: packageJson.version,
    scenarios: scenarios.map(({ id }) => id),
    places: results,
  });
  const json = JSON.stringify(told, undefined, 2);
  if (file !== undefined) await writeFile(file, `${json}\n`);
  if (options.json === true) print(context, json);
  else for (const line of comparisonLines(told)) print(context, line);
  if (results.some(({ problem }) => problem !== undefined)) context.finish(1);
}

/** Throws a UserError for AWS itself, and for what is named twice. */
function readPlaces(places: readonly string[], options: EntryOptions): readonly TargetChoice[] {
  const isOnlyLocal = places.every((place) => place === "local");
  const choices = places.map((place) => readTarget(place, place === "local" && !isOnlyLocal ? {} : options));
  if (choices.some(({ kind }) => kind === "aws")) {
    throw new UserError(
      "What AWS decides is what endpoints are compared with.",
      "Run the scenarios on AWS instead: keylab run --target aws:<account>",
    );
  }
  const texts = choices.map(textOf);
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twice === undefined) return choices;
  throw new UserError(`${twice} is named twice.`, "Name each place once.");
}

async function compareAll(
  choices: readonly TargetChoice[],
  { scenarios, yes }: { readonly scenarios: ReturnType<typeof selectScenarios>; readonly yes: boolean },
  context: Context,
): Promise<readonly PlaceResult[]> {
  const say = (line: string) => remark(context, line);
  const interruption = listenForInterruption(context.signals, () => say("Interrupted: tearing down what is there."));
  const { signal } = interruption;
  try {
    const opened = await Promise.all(
      choices.map(async (choice) => ({ choice, target: await openTarget(choice, context) })),
    );
    // Whoever is asked is asked before the long work begins.
    for (const { choice, target } of opened) {
      await confirmTarget({ choice, target: target.description }, { yes, signal }, context);
    }
    const results: PlaceResult[] = [];
    for (const place of opened) {
      signal.throwIfAborted();
      results.push(await comparePlace({ ...place, scenarios, signal, say }, context));
    }
    return results;
  } finally {
    interruption.stop();
  }
}
