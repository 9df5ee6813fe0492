import { documents } from "./documents.ts";
import type { EarlierRuns } from "./earlierRuns.ts";
import { eventLogFile, EventLogReporter } from "./eventLog.ts";
import type { Reporter } from "./reporter.ts";

/** A file that every run has in its folder. */
export interface FolderReport {
  readonly file: string;
  readonly make: (path: string, earlier?: EarlierRuns) => Reporter;
}

/** Every file that a run has in its folder: first its events, of which all others can be made again. */
export const folderReports: readonly FolderReport[] = [
  { file: eventLogFile, make: (path) => new EventLogReporter(path) },
  ...Object.values(documents),
];
