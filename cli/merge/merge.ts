import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { folderReports } from "../../reporters/folderReports.ts";
import type { NamedReporter } from "../../reporters/multiplexer.ts";
import { StreamOutput } from "../../reporters/streamOutput.ts";
import { remark, type Context } from "../context.ts";
import { inconclusiveExitCode } from "../exitCodeOf.ts";
import { makePrivateFolder } from "../keylabFolder.ts";
import type { Display } from "../run/displays.ts";
import type { ReporterRequest } from "../run/readReporter.ts";
import { openReporters } from "../run/reporters.ts";
import { tellBroken } from "../run/tellBroken.ts";
import { findRunFolders } from "./findRunFolders.ts";
import { mergedEvents } from "./mergedEvents.ts";
import { readShard } from "./readShard.ts";
import { shardProblems } from "./shardProblems.ts";
import { SummaryReporter } from "./summaryReporter.ts";

/** What `keylab merge` was told, beside the folders. */
export interface MergeOptions {
  readonly reporter?: readonly ReporterRequest[];
  /** The folder for the merged run. Default: it is not kept. */
  readonly output?: string;
}

/**
 * Tells the shards of a run as one run, and why they are not a whole and good one. Sets the exit code: 0 if they are, 1 if
 * not, 3 if no more is wrong than that some answers did not settle.
 *
 * @throws UserError when there is no run, its events cannot be read, or a report cannot be written.
 */
export async function merge(folders: readonly string[], options: MergeOptions, context: Context): Promise<void> {
  const [first, ...others] = await Promise.all((await findRunFolders(folders, context.workingFolder)).map(readShard));
  if (first === undefined) throw new UserError("There is no run to merge.", "Name the folders of the shards.", 2);
  const shards = [first, ...others] as const;
  const requests = options.reporter ?? [];
  const written = options.output === undefined ? [] : await openFolder(resolve(context.workingFolder, options.output));
  const { all } = await openReporters({ requests, usual: summaryDisplay, others: written }, context);
  for (const event of mergedEvents(shards)) all.on(event);
  await all.close();
  const problems = shardProblems(shards);
  for (const { text } of problems) remark(context, text);
  const isInconclusive = problems.every((problem) => problem.isInconclusive);
  if (problems.length > 0) context.finish(isInconclusive ? inconclusiveExitCode : 1);
  tellBroken(all, context);
}

function summaryDisplay({ stdout }: Context): Display {
  const output = new StreamOutput(stdout);
  return { reporter: new SummaryReporter(output), say: (line) => output.print(line) };
}

/** Makes the folder for a run. Throws a UserError when it cannot be made, or holds something already. */
async function openFolder(folder: string): Promise<NamedReporter[]> {
  await makePrivateFolder(folder);
  if ((await readdir(folder)).length > 0) {
    throw new UserError(`${folder} is not empty.`, "Name a new folder for the merged run.", 2);
  }
  return folderReports.map(({ file, make }) => ({ name: `the report ${file}`, reporter: make(join(folder, file)) }));
}
