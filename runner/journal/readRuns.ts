import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { journalledRun, type JournalledRun } from "./journalledRun.ts";
import { readJournal } from "./readJournal.ts";

/** The runs that have left a journal, oldest first. @param folder the folder `.keylab/` */
export async function readRuns(folder: string): Promise<readonly JournalledRun[]> {
  const runs = join(folder, "runs");
  const names = await readdir(runs).catch(() => []);
  const read = await Promise.all(
    names.sort().map(async (name) => journalledRun(join(runs, name), await readJournal(join(runs, name)))),
  );
  return read.filter((run) => run !== undefined);
}
