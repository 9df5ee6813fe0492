import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { RunEvent } from "./events.ts";
import type { Reporter } from "./reporter.ts";

/**
 * Writes every event as it happens, one JSON document a line, to `<folder>/<run>/events.jsonl`. What was written stays
 * even if the process is killed. Only the user may read it: it names their resources.
 */
export class EventLogReporter implements Reporter {
  readonly #folder: string;
  #file: number | undefined;

  /** @param folder of all runs, usually `.keylab/runs`. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  on(event: RunEvent): void {
    if (event.type === "run started") this.#file = this.#open(event.runId);
    if (this.#file === undefined) throw new Error(`the event "${event.type}" came before the start of the run`);
    writeSync(this.#file, `${JSON.stringify(event)}\n`);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #open(runId: string): number {
    const folder = join(this.#folder, runId);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(join(folder, "events.jsonl"), "w", 0o600);
  }
}
