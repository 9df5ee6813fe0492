import { join } from "node:path";
import { UserError } from "../../errors/userError.ts";
import { countedRuns } from "../../reporters/countedRuns.ts";
import { eventLogFile } from "../../reporters/eventLog.ts";
import { listRuns } from "../../reporters/listRuns.ts";
import { readRun } from "../../reporters/readRun.ts";
import type { ToldRun } from "../../reporters/toldRun.ts";
import { unlessUnreadable } from "../../reporters/unlessUnreadable.ts";

/**
 * The ids of the scenarios that did not pass in the last run on a target, those included whose turn did not come.
 *
 * @param runs the folder of all runs
 * @param target its name, as runs tell it
 * @throws UserError when there was no run on the target, or all have passed.
 */
export async function notPassedLast(runs: string, target: string): Promise<readonly string[]> {
  for (const run of (await listRuns(runs)).toReversed()) {
    const told = await unlessUnreadable(() => readRun(join(runs, run, eventLogFile)));
    if (told?.started.target.name === target) return notPassedIn(told);
  }
  throw new UserError(`There is no run on ${target} to go by.`, "Leave --only-failed out.");
}

function notPassedIn({ started, scenarios }: ToldRun): readonly string[] {
  const good = new Set(["passed", "skipped"]);
  const isGood = (id: string) => {
    const runs = countedRuns(scenarios).filter(({ last }) => last.started.scenario === id);
    return runs.length > 0 && runs.every(({ last }) => good.has(last.ended?.outcome ?? ""));
  };
  const ids = started.scenarios.filter((id) => !isGood(id));
  if (ids.length > 0) return ids;
  throw new UserError(
    `All scenarios of the last run on ${started.target.name} have passed (${started.runId}).`,
    "Leave --only-failed out.",
    1,
  );
}
