import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Credential } from "../desk.ts";

const name = "credentials.json";

const credentials = z
  .array(
    z.object({
      userName: z.string(),
      accessKeyId: z.string(),
      secretAccessKey: z.string(),
      password: z.string(),
      signInUrl: z.string(),
    }),
  )
  .readonly();

/** The credentials of a sandbox, in its folder, for the user alone. Nothing if there are none (any more). */
export function readCredentials(folder: string): readonly Credential[] | undefined {
  const file = join(folder, name);
  return existsSync(file) ? credentials.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** @param content nothing: the file goes */
export function writeCredentials(folder: string, content: readonly Credential[] | undefined): void {
  const file = join(folder, name);
  if (content === undefined) return rmSync(file, { force: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
