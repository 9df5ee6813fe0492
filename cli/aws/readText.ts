import { readFile } from "node:fs/promises";
import { UserError } from "../../errors/userError.ts";

/** The text of a file that the user has named. Throws a UserError if it cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UserError(`${path} cannot be read.`, "Name a file that you may read.");
  }
}
