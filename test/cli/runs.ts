import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RunEvent } from "../../reporters/events.ts";

/** Leaves the events of runs, by their names, as runs leave them in a folder. */
export async function leaveRuns(folder: string, runs: Readonly<Record<string, readonly RunEvent[]>>): Promise<void> {
  for (const [name, events] of Object.entries(runs)) {
    const run = join(folder, ".keylab", "runs", name);
    await mkdir(run, { recursive: true });
    await writeFile(join(run, "events.jsonl"), events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  }
}
