import { join, resolve } from "node:path";
import { documents } from "../../reporters/documents.ts";
import { EventLogReporter } from "../../reporters/eventLog.ts";
import { Multiplexer, type NamedReporter } from "../../reporters/multiplexer.ts";
import { RunFolderReporter } from "../../reporters/runFolderReporter.ts";
import { UserError } from "../../errors/userError.ts";
import type { Context } from "../context.ts";
import { checkReporters } from "./checkReporters.ts";
import { checkReportFile } from "./checkReportFile.ts";
import { canShowProgress, displays, isDisplay, type Display } from "./displays.ts";
import type { ReporterRequest } from "./readReporter.ts";

/** Whoever tells a run. */
export interface Reporters {
  /** The one of them that writes to the standard output. */
  readonly display: Display;
  /** All of them. */
  readonly all: Multiplexer;
}

/**
 * The reporters of a run: the display, those that were asked for, and those that every run has in its folder. The display is
 * live progress in a terminal that can show it and plain lines anywhere else, unless one was asked for.
 *
 * @param runs the folder of all runs.
 * @throws UserError when they get in each other's way, or cannot write.
 */
export async function openReporters(
  requests: readonly ReporterRequest[],
  runs: string,
  context: Context,
): Promise<Reporters> {
  checkReporters(requests);
  const display = displayOf(requests, context);
  const files = await openDocuments(requests, context);
  const inFolder = Object.values(documents).map(({ file, make }) => ({
    name: `the report ${file} in the run's folder`,
    reporter: new RunFolderReporter(runs, (folder) => make(join(folder, file))),
  }));
  const all = new Multiplexer([
    { name: "the display", reporter: display.reporter },
    { name: "the event log", reporter: new EventLogReporter(runs) },
    ...files,
    ...inFolder,
  ]);
  return { display, all };
}

/**
 * The reports that were asked for as files.
 *
 * @throws UserError when one of them cannot be written, or two are the same file.
 */
export async function openDocuments(requests: readonly ReporterRequest[], context: Context): Promise<NamedReporter[]> {
  const paths = new Set<string>();
  const opened: NamedReporter[] = [];
  for (const { name, file } of requests) {
    const kind = documents[name];
    if (kind === undefined || file === undefined) continue;
    const path = resolve(context.workingFolder, file);
    if (paths.has(path)) throw new UserError(`Two reporters would write ${path}.`, "Name a file of its own for each.");
    paths.add(path);
    await checkReportFile(path);
    opened.push({ name: `the report ${path}`, reporter: kind.make(path) });
  }
  return opened;
}

function displayOf(requests: readonly ReporterRequest[], context: Context): Display {
  const usual = canShowProgress(context) ? "list" : "plain";
  const name = requests.map(({ name }) => name).find(isDisplay) ?? usual;
  if (name === "list" && usual !== "list") {
    throw new UserError(
      "The reporter list needs a terminal, which the standard output is not.",
      "Give --reporter plain instead.",
    );
  }
  return displays[name](context);
}
