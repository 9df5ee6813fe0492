import { closeSync, openSync, writeSync } from "node:fs";
import type { RunEvent } from "./events.ts";
import type { Reporter } from "./reporter.ts";

/** The name of the event log in the folder of a run. */
export const eventLogFile = "events.jsonl";

/**
 * Writes every event as it happens, one JSON document a line. What was written stays even if the process is killed. Only the
 * user may read it: it names their resources.
 */
export class EventLogReporter implements Reporter {
  readonly #file: number;
  #isOpen = true;

  constructor(path: string) {
    this.#file = openSync(path, "w", 0o600);
  }

  on(event: RunEvent): void {
    writeSync(this.#file, `${JSON.stringify(event)}\n`);
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }
}
