import { sep } from "node:path";
import { readCredentials } from "./credentialsRecord.ts";
import { fingerprint } from "./fingerprint.ts";
import { handOutsFolder } from "./handOutsFolder.ts";
import type { HandOutSource } from "./handOutSource.ts";
import { mayBeHandedOut } from "./mayBeHandedOut.ts";
import { withHandOuts } from "./withHandOuts.ts";
import { writeClear } from "./writeClear.ts";

/** What lies in the folder of a class for its students. */
export interface HandOuts {
  readonly folder: string;
  /** Ids of leases whose credentials are not there: what is there is encrypted, and nobody has said for whom those are to be. */
  readonly withheld: readonly string[];
}

/**
 * Writes what is handed to the students whose sandboxes were proved, a folder for each, for the user alone. Where something was written encrypted, nothing
 * is written in clear beside it.
 */
export async function writeHandOuts(source: HandOutSource): Promise<HandOuts> {
  const { path, leases } = source.folder;
  const folder = handOutsFolder(path);
  const withheld: string[] = [];
  await withHandOuts(path, async (files) => {
    const there = files.list().filter((file) => file.kind !== "sheet" && file.path.startsWith(folder + sep));
    const isEncrypted = there.some(({ kind }) => kind === "age" || kind === "archive");
    for (const lease of leases.list()) {
      const credentials = readCredentials(leases.folderOf(lease.id));
      if (!credentials || !mayBeHandedOut(lease, source.folder)) continue;
      const current = fingerprint(credentials);
      if (!isEncrypted) await writeClear(folder, { lease, credentials }, source, files);
      else if (!there.some(({ sandboxes }) => sandboxes[lease.id] === current)) withheld.push(lease.id);
    }
  });
  return { folder, withheld };
}
