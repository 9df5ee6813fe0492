import type { ClassFolder } from "../classes/classFolder.ts";
import { readCredentials } from "./credentialsRecord.ts";
import { fingerprint } from "./fingerprint.ts";
import type { WrittenFile } from "./writtenEntry.ts";
import { WrittenFiles } from "./writtenFiles.ts";

/** Files with credentials that a sandbox has no more. */
export function staleHandOuts(id: string, { path, leases }: ClassFolder): readonly WrittenFile[] {
  const credentials = readCredentials(leases.folderOf(id));
  const current = credentials && fingerprint(credentials);
  return new WrittenFiles(path).of(id).filter(({ sandboxes }) => sandboxes[id] !== current);
}
