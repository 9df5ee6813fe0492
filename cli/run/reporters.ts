import { join, resolve } from "node:path";
import type { EarlierRuns } from "../../reporters/earlierRuns.ts";
import { documents } from "../../reporters/documents.ts";
import { folderReports } from "../../reporters/folderReports.ts";
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

/** Which reporters there are to be. */
export interface ReportersOrder {
  readonly requests: readonly ReporterRequest[];
  /** Makes the display, unless another one is asked for. */
  readonly usual: (context: Context) => Display;
  /** Those that nobody has to ask for. */
  readonly others: readonly NamedReporter[];
  /** The runs before, for reports that show them. */
  readonly earlier?: EarlierRuns;
}

/**
 * The reporters that were asked for, and those that there are anyway.
 *
 * @throws UserError when they get in each other's way, or cannot write.
 */
export async function openReporters(order: ReportersOrder, context: Context): Promise<Reporters> {
  const { requests, usual, others, earlier } = order;
  checkReporters(requests);
  const display = displayOf(requests, context) ?? usual(context);
  const files = await openDocuments(requests, context, earlier);
  const all = new Multiplexer([{ name: "the display", reporter: display.reporter }, ...files, ...others]);
  return { display, all };
}

/** The files that every run has in its folder. */
export function runFolderReporters(runs: string, earlier: EarlierRuns): NamedReporter[] {
  return folderReports.map(({ file, make }) => ({
    name: `the report ${file} in the run's folder`,
    reporter: new RunFolderReporter(runs, (folder) => make(join(folder, file), earlier)),
  }));
}

/**
 * The reports that were asked for as files.
 *
 * @throws UserError when one of them cannot be written, or two are the same file.
 */
async function openDocuments(
  requests: readonly ReporterRequest[],
  context: Context,
  earlier?: EarlierRuns,
): Promise<NamedReporter[]> {
  const paths = new Set<string>();
  const opened: NamedReporter[] = [];
  for (const { name, file } of requests) {
    const kind = documents[name];
    if (kind === undefined || file === undefined) continue;
    const path = resolve(context.workingFolder, file);
    if (paths.has(path)) throw new UserError(`Two reporters would write ${path}.`, "Name a file of its own for each.");
    paths.add(path);
    await checkReportFile(path);
    opened.push({ name: `the report ${path}`, reporter: kind.make(path, earlier) });
  }
  return opened;
}

function displayOf(requests: readonly ReporterRequest[], context: Context): Display | undefined {
  const name = requests.map(({ name }) => name).find(isDisplay);
  if (name === "list" && !canShowProgress(context)) {
    throw new UserError(
      "The reporter list needs a terminal, which the standard output is not.",
      "Give --reporter plain instead.",
    );
  }
  return name && displays[name](context);
}
