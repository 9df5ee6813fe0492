import { readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { eventLogFile } from "../../reporters/eventLog.ts";

/**
 * The folders of runs that are named, or that lie anywhere in those that are: absolute paths, each once.
 *
 * @throws UserError when one that is named cannot be read, or holds no run.
 */
export async function findRunFolders(named: readonly string[], workingFolder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const name of named) {
    const folder = resolve(workingFolder, name);
    const runs = await runsBelow(folder);
    if (runs.length === 0) {
      throw new UserError(`There is no run in ${folder}.`, `Name a folder that holds an ${eventLogFile}.`, 1);
    }
    for (const run of runs) found.add(run);
  }
  return [...found];
}

async function runsBelow(folder: string): Promise<string[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new UserError(`${folder} is no folder.`, "Name the folder of a run, or one that holds some.", 1);
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(join("/", eventLogFile)))
    .map((path) => dirname(path))
    .sort();
}
