import { join } from "node:path";
import { eventLogFile } from "../../reporters/eventLog.ts";
import type { RunEvent } from "../../reporters/events.ts";
import { readEventLog } from "../../reporters/readEventLog.ts";
import { recordRun } from "../../reporters/recordRun.ts";
import type { Shard } from "./shard.ts";

/** Reads the run in a folder. Throws a UserError when its events cannot be read. */
export async function readShard(folder: string): Promise<Shard> {
  const path = join(folder, eventLogFile);
  const events: RunEvent[] = [];
  for await (const event of readEventLog(path)) events.push(event);
  return { folder, events, run: recordRun(events, path) };
}
