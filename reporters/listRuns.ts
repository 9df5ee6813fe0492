import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { eventLogFile } from "./eventLog.ts";

/** The names of the runs in a folder, which begin with their time: the oldest first. None if there is no such folder. */
export async function listRuns(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, eventLogFile)))
    .map(({ name }) => name)
    .sort();
}
