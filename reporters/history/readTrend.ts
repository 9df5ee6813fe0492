import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { UserError } from "../../errors/userError.ts";
import { eventLogFile } from "../eventLog.ts";
import type { RunEvent, RunStarted } from "../events.ts";
import type { Trend } from "../html/trend.ts";
import { listRuns } from "../listRuns.ts";
import { readEventLog } from "../readEventLog.ts";
import { readRun } from "../readRun.ts";
import type { ToldRun } from "../toldRun.ts";
import { trendOf } from "./trendOf.ts";

/** How many runs are compared. */
const compared = 10;

/**
 * How a run and the latest before it went, those of the same scenarios on the same target: others would not compare, and are
 * not read beyond their start. Nothing if there are none. Runs that cannot be read are left out.
 *
 * @param runs the folder of all runs.
 */
export async function readTrend(runs: string, started: RunStarted): Promise<Trend | undefined> {
  const names = (await listRuns(runs)).filter((name) => name <= started.runId).reverse();
  const told: ToldRun[] = [];
  for (const name of names) {
    const path = join(runs, name, eventLogFile);
    const run = await unlessUnreadable(async () =>
      isAlike(await firstEvent(path), started) ? readRun(path) : undefined,
    );
    if (run !== undefined) told.push(run);
    if (told.length === compared) break;
  }
  const trend = trendOf(told);
  return trend.runs.length > 1 ? trend : undefined;
}

async function unlessUnreadable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function firstEvent(path: string): Promise<RunEvent | undefined> {
  for await (const event of readEventLog(path)) return event;
  return undefined;
}

function isAlike(event: RunEvent | undefined, { target, scenarios }: RunStarted): boolean {
  if (event?.type !== "run started") return false;
  return event.target.name === target.name && isDeepStrictEqual(event.scenarios, scenarios);
}
