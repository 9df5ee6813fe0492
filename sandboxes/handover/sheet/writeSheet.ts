import { dirname } from "node:path";
import { fingerprint } from "../fingerprint.ts";
import type { HandOutSource } from "../handOutSource.ts";
import type { Handed } from "../writeClear.ts";
import type { WrittenFiles } from "../writtenFiles.ts";
import { sheetPageOf } from "./sheetPage.ts";

/** Writes the sheet of some sandboxes, in clear. Throws a UserError where a file is in the way. */
export async function writeSheet(
  path: string,
  sandboxes: readonly Handed[],
  source: HandOutSource,
  files: WrittenFiles,
): Promise<void> {
  // Loaded only where it is used: what makes pages would hold up every start of the command.
  const { sheet } = await import("./sheet.tsx");
  const content = sheet(sandboxes.flatMap((handed) => sheetPageOf(handed, source) ?? []));
  const fingerprints = sandboxes.map(({ lease, credentials }) => [lease.id, fingerprint(credentials)] as const);
  await files.makeFolder(dirname(path));
  await files.write({ path, kind: "sheet", sandboxes: Object.fromEntries(fingerprints) }, content);
}
