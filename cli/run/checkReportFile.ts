import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { writeProblem } from "../keylabFolder.ts";

/**
 * Makes sure, before anything is deployed, that a report can be written in the end.
 *
 * @throws UserError when it cannot.
 */
export async function checkReportFile(path: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
    const present = await stat(path).catch(() => undefined);
    if (present?.isDirectory()) throw new UserError(`${path} is a folder, not a file for a report.`, "Name a file.");
    if (present !== undefined) await access(path, constants.W_OK);
  } catch (error) {
    throw writeProblem(path, error) ?? error;
  }
}
