import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openStates } from "../lease/leaseState.ts";
import type { ChangePlace } from "../terms/changeLease.ts";
import { handOutFiles } from "./handOutFiles.ts";
import { readCredentials } from "./credentialsRecord.ts";

/** Where the files are that are handed to the students of a class. */
export function handOutsFolder(classPath: string): string {
  return join(classPath, "hand-out");
}

/**
 * Writes what is handed to the students whose sandboxes were proved, a folder for each, for the user alone. What was there before goes.
 *
 * @returns the folder
 */
export async function writeHandOuts({ folder, record, places }: ChangePlace): Promise<string> {
  const path = handOutsFolder(folder.path);
  await rm(path, { recursive: true, force: true });
  const proved = new Set(folder.isolation?.leases);
  for (const { id, state, region = record.region } of folder.leases.list()) {
    const credentials = readCredentials(folder.leases.folderOf(id));
    const [first] = credentials ?? [];
    if (!credentials || !first || !openStates.has(state) || !proved.has(id)) continue;
    const { endpoint } = places.home.place.target.clientConfiguration(first);
    const own = join(path, id);
    await mkdir(own, { recursive: true, mode: 0o700 });
    for (const [name, text] of Object.entries(handOutFiles(credentials, { region, endpoint }))) {
      await writeFile(join(own, name), text, { mode: 0o600 });
    }
  }
  return path;
}
