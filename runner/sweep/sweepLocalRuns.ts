import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Journal } from "../journal/journal.ts";
import { isGoingOn } from "../journal/journalledRun.ts";
import { readRuns } from "../journal/readRuns.ts";
import { stopEngines } from "./stopEngines.ts";

/**
 * Clears up after dead runs on targets that ended with them: engine processes, and files with state and credentials. Resolves with
 * the folders that it has removed. @param folder the folder `.keylab/`
 */
export async function sweepLocalRuns(folder: string): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const run of await readRuns(folder)) {
    const left = run.scenarios.filter((scenario) => scenario.left !== "nothing");
    if (run.lasting || left.length === 0 || (await isGoingOn(run))) continue;
    const journal = new Journal(run.folder);
    for (const { suffix, folder: name } of left) {
      const path = join(run.folder, name);
      await stopEngines(path);
      await rm(path, { recursive: true, force: true });
      journal.write({ type: "swept", suffix });
      removed.push(path);
    }
    journal.close();
  }
  return removed;
}
