import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { eventLogFile } from "../../reporters/eventLog.ts";
import { listRuns } from "../../reporters/listRuns.ts";
import { readRun } from "../../reporters/readRun.ts";
import type { ToldRun } from "../../reporters/toldRun.ts";

/**
 * Reads the last runs in a folder, the oldest first.
 *
 * @param skip told of each run that cannot be read, which is left out.
 */
export async function readRuns(folder: string, last: number, skip: (problem: string) => void): Promise<ToldRun[]> {
  const runs: ToldRun[] = [];
  for (const name of (await listRuns(folder)).slice(-last)) {
    try {
      runs.push(await readRun(join(folder, name, eventLogFile)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      skip(error.message);
    }
  }
  return runs;
}
