import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { eventLogFile } from "../eventLog.ts";
import type { RunEvent, RunStarted } from "../events.ts";
import { listRuns } from "../listRuns.ts";
import { readEventLog } from "../readEventLog.ts";
import { readRun } from "../readRun.ts";
import { unlessUnreadable } from "../unlessUnreadable.ts";
import type { ToldRun } from "../toldRun.ts";

/** How many runs are compared. */
const compared = 10;

/**
 * A run and the latest before it that can be compared with it, because they ran the same scenarios on the same target: the oldest first.
 * Others are not read beyond their start; those that cannot be read are left out.
 *
 * @param runs the folder of all runs.
 */
export async function readAlikeRuns(runs: string, started: RunStarted): Promise<readonly ToldRun[]> {
  const names = (await listRuns(runs)).filter((name) => name <= started.runId).reverse();
  const told: ToldRun[] = [];
  for (const name of names) {
    const path = join(runs, name, eventLogFile);
    const run = await unlessUnreadable(async () =>
      isAlike(await firstEvent(path), started) ? readRun(path) : undefined,
    );
    if (run !== undefined) told.unshift(run);
    if (told.length === compared) break;
  }
  return told;
}

async function firstEvent(path: string): Promise<RunEvent | undefined> {
  for await (const event of readEventLog(path)) return event;
  return undefined;
}

function isAlike(event: RunEvent | undefined, { target, scenarios }: RunStarted): boolean {
  if (event?.type !== "run started") return false;
  return event.target.name === target.name && isDeepStrictEqual(event.scenarios, scenarios);
}
