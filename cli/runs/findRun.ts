import { join } from "node:path";
import { closest } from "fastest-levenshtein";
import { UserError } from "../../errors/userError.ts";
import { listRuns } from "../../reporters/listRuns.ts";
import type { Context } from "../context.ts";
import { runsFolder } from "./runsFolder.ts";

/**
 * The folder of a run.
 *
 * @param name its id; absent: that of the last one.
 * @throws UserError when there is none.
 */
export async function findRun(name: string | undefined, context: Context): Promise<string> {
  const folder = runsFolder(context);
  const names = await listRuns(folder);
  const wanted = name ?? names.at(-1);
  if (wanted === undefined) throw new UserError(`There is no run in ${folder}.`, "Run scenarios: npx keylab run.", 1);
  if (names.includes(wanted)) return join(folder, wanted);
  const hint = names.length === 0 ? "" : ` Did you mean "${closest(wanted, names)}"?`;
  throw new UserError(
    `There is no run "${wanted}" in ${folder}.${hint}`,
    "See the last runs with npx keylab history.",
    1,
  );
}
