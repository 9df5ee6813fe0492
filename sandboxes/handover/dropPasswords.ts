import { readArchivePasswords, writeArchivePasswords } from "./archivePasswords.ts";
import type { WrittenFiles } from "./writtenFiles.ts";

/** Forgets the passwords of archives that are gone. */
export async function dropPasswords(classPath: string, files: WrittenFiles): Promise<void> {
  const passwords = readArchivePasswords(classPath);
  if (!passwords) return;
  const archives = new Set(files.list().map(({ path }) => path));
  const kept = passwords.filter(({ archive }) => archives.has(archive));
  if (kept.length < passwords.length) await writeArchivePasswords(kept, classPath, files);
}
