import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { UserError } from "../../errors/userError.ts";
import type { Context } from "../context.ts";

/**
 * A file that an option names.
 *
 * @param what it is, and which kinds there are of it
 * @throws UserError where it cannot be read.
 */
export async function readGivenFile(
  file: string,
  what: { readonly is: string; readonly kinds: string },
  { workingFolder }: Pick<Context, "workingFolder">,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const path = resolve(workingFolder, file);
  const bytes = await readFile(path).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOENT" && code !== "EISDIR" && code !== "EACCES") throw error;
    throw new UserError(`The ${what.is} ${path} cannot be read.`, `Name a ${what.kinds} file that is there.`);
  });
  return { name: basename(path), bytes };
}
