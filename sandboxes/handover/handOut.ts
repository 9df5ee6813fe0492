import { rm } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { UserError } from "../../errors/userError.ts";
import type { Desk } from "../desk.ts";
import { checkHandOut } from "./checkHandOut.ts";
import { readCredentials } from "./credentialsRecord.ts";
import { handOutsFolder } from "./handOutsFolder.ts";
import type { HandOutSource } from "./handOutSource.ts";
import { mayBeHandedOut } from "./mayBeHandedOut.ts";
import { passwordsFile } from "./passwordsFile.ts";
import { writeSheet } from "./sheet/writeSheet.ts";
import { withHandOuts } from "./withHandOuts.ts";
import { clearFiles, writeClear, type Handed } from "./writeClear.ts";
import { encryptedPath, writeEncrypted, type Encryption } from "./writeEncrypted.ts";
import type { WrittenFiles } from "./writtenFiles.ts";

/** What is handed out, and how. */
export interface HandOutOrder {
  /** Names of sandboxes. None: all that are open and proved. */
  readonly sandboxes: readonly string[];
  /** The folder for the files. Absent: none are written. */
  readonly out?: string;
  /** Absent: the files are in clear. */
  readonly encryption?: Encryption;
  /** The file for the sheet. */
  readonly sheet?: string;
}

/** Where what was handed out lies. */
export interface HandedOut {
  readonly sandboxes: readonly string[];
  /** A folder for each sandbox, or an encrypted file. */
  readonly paths: readonly string[];
  /** The list of the passwords, if there are some. */
  readonly passwords?: string;
  readonly sheet?: string;
}

/**
 * Hands sandboxes out to files: writes them for the user alone, and records that they were handed over. What lay in clear in the folder goes
 * where a sandbox is written encrypted.
 *
 * @throws UserError for a sandbox that may not be handed out, and where a file is in the way: before anything is written.
 */
export async function handOut(
  order: HandOutOrder,
  desk: Pick<Desk, "handOut">,
  source: HandOutSource,
): Promise<HandedOut> {
  const { folder } = source;
  const ids = idsOf(order, source);
  const { out, encryption, sheet } = order;
  return withHandOuts(folder.path, async (files) => {
    await refuseBefore(ids, order, source, files);
    for (const made of [out, sheet && dirname(sheet)]) if (made !== undefined) await files.makeFolder(made);
    const handed: Handed[] = [];
    for (const id of ids) {
      const credentials = await desk.handOut(id, "file");
      handed.push({ lease: folder.leases.get(id), credentials });
    }
    const paths: string[] = [];
    if (out !== undefined) {
      for (const one of handed) paths.push(await writeOne(one, { out, encryption }, source, files));
    }
    if (sheet !== undefined) await writeSheet(sheet, handed, source, files);
    return {
      sandboxes: ids,
      paths,
      ...(encryption?.kind === "password" && paths.length > 0 && { passwords: passwordsFile(folder.path) }),
      ...(sheet !== undefined && { sheet }),
    };
  });
}

function idsOf({ sandboxes }: HandOutOrder, { folder }: HandOutSource): readonly string[] {
  if (sandboxes.length > 0) return [...new Set(sandboxes)].map((id) => checkHandOut(id, folder).id);
  const ids = folder.leases.list().flatMap((lease) => (mayBeHandedOut(lease, folder) ? [lease.id] : []));
  if (ids.length > 0) return ids;
  throw new UserError(
    "No sandbox of the class is open and was shown to be isolated: there is nothing to hand out.",
    "keylab sandbox list shows all states; keylab sandbox up goes on with what is missing.",
    1,
  );
}

/** Throws a UserError for what would be found out only after some were handed out. */
async function refuseBefore(
  ids: readonly string[],
  { out, encryption, sheet }: HandOutOrder,
  source: HandOutSource,
  files: WrittenFiles,
): Promise<void> {
  if (sheet !== undefined) await files.refuseForeign(sheet);
  if (out === undefined) return;
  for (const id of ids) {
    // What was changed and is in clear would stay beside what is encrypted.
    for (const { path } of clearIn(out, id, files)) await files.refuseForeign(path);
    if (encryption) await files.refuseForeign(encryptedPath(out, id, encryption));
    else for (const path of clearPaths(out, id, source)) await files.refuseForeign(path);
  }
}

function clearPaths(out: string, id: string, source: HandOutSource): readonly string[] {
  const { leases } = source.folder;
  const credentials = readCredentials(leases.folderOf(id)) ?? [];
  return Object.keys(clearFiles({ lease: leases.get(id), credentials }, source)).map((name) => join(out, id, name));
}

async function writeOne(
  handed: Handed,
  { out, encryption }: { readonly out: string; readonly encryption: Encryption | undefined },
  source: HandOutSource,
  files: WrittenFiles,
): Promise<string> {
  if (!encryption) return writeClear(out, handed, source, files);
  const path = await writeEncrypted({ out, encryption }, handed, source, files);
  const { id } = handed.lease;
  for (const file of clearIn(out, id, files)) await files.remove(file);
  if (out === handOutsFolder(source.folder.path)) await rm(join(out, id), { recursive: true, force: true });
  await files.removeFolders();
  return path;
}

/** What of a sandbox lies in clear in its folder below another. */
function clearIn(out: string, id: string, files: WrittenFiles) {
  return files.of(id).filter(({ kind, path }) => kind === "clear" && path.startsWith(join(out, id) + sep));
}
