import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import * as z from "zod";
import { passwordsFile } from "./passwordsFile.ts";
import type { WrittenFiles } from "./writtenFiles.ts";

/** What opens an archive. Secret. */
export interface ArchivePassword {
  /** The id of the lease. */
  readonly sandbox: string;
  /** The path of the archive. */
  readonly archive: string;
  readonly password: string;
}

const head = ["sandbox", "archive", "password"] as const;
const rows = z.array(z.object({ sandbox: z.string(), archive: z.string(), password: z.string() })).readonly();

/** The passwords of all archives of a class. Nothing where somebody has changed the file so that it cannot be read. */
export function readArchivePasswords(classPath: string): readonly ArchivePassword[] | undefined {
  const file = passwordsFile(classPath);
  if (!existsSync(file)) return [];
  try {
    return rows.parse(parse(readFileSync(file, "utf8"), { bom: true, columns: true, skip_empty_lines: true }));
  } catch {
    return undefined;
  }
}

/** Writes them for whoever keeps them. With none, the file goes. */
export async function writeArchivePasswords(
  passwords: readonly ArchivePassword[],
  classPath: string,
  files: WrittenFiles,
): Promise<void> {
  const path = passwordsFile(classPath);
  if (passwords.length === 0) {
    for (const file of files.list()) if (file.path === path) await files.remove(file);
    return;
  }
  const table = stringify([head, ...passwords.map(({ sandbox, archive, password }) => [sandbox, archive, password])]);
  await files.write({ path, kind: "passwords", sandboxes: {} }, table);
}
