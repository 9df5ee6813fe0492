import { dirname } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { readCredentials } from "./credentialsRecord.ts";
import { dropPasswords } from "./dropPasswords.ts";
import { fingerprint } from "./fingerprint.ts";
import type { HandOutSource } from "./handOutSource.ts";
import { mayBeHandedOut } from "./mayBeHandedOut.ts";
import { writeSheet } from "./sheet/writeSheet.ts";
import { staleHandOuts } from "./staleHandOuts.ts";
import { withHandOuts } from "./withHandOuts.ts";
import { writeClear, type Handed } from "./writeClear.ts";
import type { WrittenFile } from "./writtenEntry.ts";
import type { WrittenFiles } from "./writtenFiles.ts";

/**
 * Deletes files with credentials that a sandbox has no more. What was in clear, and is still there, is written again with those that it has now, if they
 * may be handed out; what was encrypted is not: whoever was to get it may have got it already. What is not as Keylab wrote it stays, and stays known.
 *
 * To be called after whatever may have changed the credentials of a sandbox, or taken them.
 *
 * @throws UserError where something cannot be written again.
 */
export async function renewHandOuts(id: string, source: HandOutSource): Promise<void> {
  const { folder } = source;
  if (staleHandOuts(id, folder).length === 0) return;
  await withHandOuts(folder.path, async (files) => {
    const deleted: WrittenFile[] = [];
    const sheets: WrittenFile[] = [];
    for (const file of staleHandOuts(id, folder)) {
      const state = await files.stateOf(file);
      if (file.kind === "sheet" && state === "as written") sheets.push(file);
      else if ((await files.remove(file)) === undefined && state !== "gone") deleted.push(file);
    }
    await dropPasswords(folder.path, files);
    try {
      await writeAgain(id, deleted, source, files);
      for (const file of sheets) await writeSheetAgain(file, source, files);
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new UserError(
        `What is handed out of ${id} could not be written again: ${error.message}`,
        "When that is mended, keylab sandbox hand-out writes it.",
        1,
      );
    }
    await files.removeFolders();
  });
}

/** In the folders in which it was in clear. */
async function writeAgain(
  id: string,
  deleted: readonly WrittenFile[],
  source: HandOutSource,
  files: WrittenFiles,
): Promise<void> {
  const clear = deleted.filter(({ kind }) => kind === "clear");
  const handed = handedOf(id, source);
  if (!handed || !mayBeHandedOut(handed.lease, source.folder)) return;
  for (const out of new Set(clear.map(({ path }) => dirname(dirname(path))))) {
    await writeClear(out, handed, source, files);
  }
}

/** With the sandboxes that were on it and still have credentials. Without any, it goes. */
async function writeSheetAgain(file: WrittenFile, source: HandOutSource, files: WrittenFiles): Promise<void> {
  const pages = Object.entries(file.sandboxes).flatMap(([id, before]) => {
    const handed = handedOf(id, source);
    if (!handed) return [];
    const { lease, credentials } = handed;
    return mayBeHandedOut(lease, source.folder) || fingerprint(credentials) === before ? [handed] : [];
  });
  if (pages.length === 0) await files.remove(file);
  else await writeSheet(file.path, pages, source, files);
}

function handedOf(id: string, { folder }: HandOutSource): Handed | undefined {
  const lease = folder.leases.find(id);
  const credentials = readCredentials(folder.leases.folderOf(id));
  return lease && credentials && { lease, credentials };
}
