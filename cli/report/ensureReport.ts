import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { eventLogFile } from "../../reporters/eventLog.ts";
import type { DocumentKind } from "../../reporters/documents.ts";
import { readAlikeRuns } from "../../reporters/history/readAlikeRuns.ts";
import { readEventLog } from "../../reporters/readEventLog.ts";

/**
 * The path of a report in the folder of a run. One that is missing, because the run was killed or is of an earlier version, is made
 * of the run's events.
 *
 * @throws UserError when the events cannot be read.
 */
export async function ensureReport(runFolder: string, { file, make }: DocumentKind): Promise<string> {
  const path = join(runFolder, file);
  if (existsSync(path)) return path;
  const reporter = make(path, (run) => readAlikeRuns(dirname(runFolder), run));
  for await (const event of readEventLog(join(runFolder, eventLogFile))) reporter.on(event);
  await reporter.close?.();
  return path;
}
