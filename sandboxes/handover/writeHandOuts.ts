import { readCredentials } from "./credentialsRecord.ts";
import { encryptedPath } from "./writeEncrypted.ts";
import { fingerprint } from "./fingerprint.ts";
import { handOutsFolder } from "./handOutsFolder.ts";
import type { HandOutSource } from "./handOutSource.ts";
import { mayBeHandedOut } from "./mayBeHandedOut.ts";
import { withHandOuts } from "./withHandOuts.ts";
import { writeClear } from "./writeClear.ts";

/**
 * Writes what is handed to the students whose sandboxes were proved, a folder for each, for the user alone. What lies there encrypted is not written in
 * clear beside.
 *
 * @returns the folder
 */
export async function writeHandOuts(source: HandOutSource): Promise<string> {
  const { folder } = source;
  const out = handOutsFolder(folder.path);
  await withHandOuts(folder.path, async (files) => {
    for (const lease of folder.leases.list()) {
      const credentials = readCredentials(folder.leases.folderOf(lease.id));
      if (!credentials || !mayBeHandedOut(lease, folder)) continue;
      const current = fingerprint(credentials);
      const encrypted = [
        encryptedPath(out, lease.id, { kind: "password" }),
        encryptedPath(out, lease.id, { kind: "age", recipients: [] }),
      ];
      const isEncrypted = files
        .of(lease.id)
        .some(({ path, sandboxes }) => encrypted.includes(path) && sandboxes[lease.id] === current);
      if (!isEncrypted) await writeClear(out, { lease, credentials }, source, files);
    }
  });
  return out;
}
