import { chmod } from "node:fs/promises";
import { join } from "node:path";
import type { Credential } from "../desk.ts";
import type { Lease } from "../lease/lease.ts";
import { fingerprint } from "./fingerprint.ts";
import { handOutFiles } from "./handOutFiles.ts";
import { placeOf, type HandOutSource } from "./handOutSource.ts";
import type { WrittenFiles } from "./writtenFiles.ts";

/** What is written of a sandbox. */
export interface Handed {
  readonly lease: Lease;
  readonly credentials: readonly Credential[];
}

/**
 * Writes what is handed out of a sandbox, in clear, into a folder of its name. What Keylab had written there before and is not written again goes. A file that
 * is in the way stays, and the others are written.
 *
 * @param out where the folder is
 * @returns the folder
 */
export async function writeClear(
  out: string,
  { lease, credentials }: Handed,
  source: HandOutSource,
  files: WrittenFiles,
): Promise<string> {
  const folder = join(out, lease.id);
  const sandboxes = { [lease.id]: fingerprint(credentials) };
  const contents = clearFiles({ lease, credentials }, source);
  const before = files.of(lease.id).filter(({ kind, path }) => kind === "clear" && path.startsWith(join(folder, "/")));
  for (const file of before) if (!(file.path.slice(folder.length + 1) in contents)) await files.remove(file);
  await files.makeFolder(folder);
  await chmod(folder, 0o700);
  for (const [name, text] of Object.entries(contents)) {
    const path = join(folder, name);
    if (!(await files.isForeign(path))) await files.write({ path, kind: "clear", sandboxes }, text);
  }
  return folder;
}

/** The files of a sandbox, by their names. Secret. */
export function clearFiles({ lease, credentials }: Handed, source: HandOutSource): Readonly<Record<string, string>> {
  const [first] = credentials;
  return first ? handOutFiles(credentials, placeOf(lease, first, source)) : {};
}
