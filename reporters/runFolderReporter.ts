import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { RunEvent } from "./events.ts";
import type { Reporter } from "./reporter.ts";

/** A reporter that writes into the folder of the run, whose name is known when the run begins. */
export class RunFolderReporter implements Reporter {
  readonly #runs: string;
  readonly #make: (runFolder: string) => Reporter;
  #reporter: Reporter | undefined;

  /**
   * @param runs the folder of all runs, usually `.keylab/runs`.
   * @param make makes the reporter for the folder of the run.
   */
  constructor(runs: string, make: (runFolder: string) => Reporter) {
    this.#runs = runs;
    this.#make = make;
  }

  on(event: RunEvent): void {
    if (event.type === "run started") this.#reporter = this.#make(this.#folder(event.runId));
    if (this.#reporter === undefined) throw new Error(`the event "${event.type}" came before the start of the run`);
    this.#reporter.on(event);
  }

  close(): void | Promise<void> {
    return this.#reporter?.close?.();
  }

  #folder(runId: string): string {
    const folder = join(this.#runs, runId);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
}
