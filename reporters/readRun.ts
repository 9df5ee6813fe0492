import type { RunEvent } from "./events.ts";
import { readEventLog } from "./readEventLog.ts";
import { recordRun } from "./recordRun.ts";
import type { ToldRun } from "./toldRun.ts";

/**
 * Reads a run back from its events.
 *
 * @param path of an `events.jsonl`.
 * @throws UserError when it cannot be read, or does not hold the events of a run.
 */
export async function readRun(path: string): Promise<ToldRun> {
  const events: RunEvent[] = [];
  for await (const event of readEventLog(path)) events.push(event);
  return recordRun(events, path);
}
