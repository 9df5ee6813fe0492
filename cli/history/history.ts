import { UserError } from "../../errors/userError.ts";
import { historyLines } from "../../reporters/history/historyLines.ts";
import { historyOf } from "../../reporters/history/historyOf.ts";
import { print, remark, type Context } from "../context.ts";
import { runsFolder } from "../runs/runsFolder.ts";
import { readRuns } from "./readRuns.ts";

/** What `keylab history` was told. */
export interface HistoryOptions {
  /** How many runs. */
  readonly last: number;
  readonly json?: boolean;
}

/**
 * Prints what the last runs tell together.
 *
 * @throws UserError when there is no run.
 */
export async function history({ last, json }: HistoryOptions, context: Context): Promise<void> {
  const folder = runsFolder(context);
  const runs = await readRuns(folder, last, (problem) => remark(context, `Left out: ${problem}`));
  if (runs.length === 0) throw new UserError(`There is no run in ${folder}.`, "Run scenarios: npx keylab run.", 1);
  const told = historyOf(runs);
  if (json) return print(context, JSON.stringify(told, undefined, 2));
  for (const line of historyLines(told)) print(context, line);
}
