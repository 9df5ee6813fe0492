import { writeFileSync } from "node:fs";
import type { RunEvent } from "./events.ts";
import type { Reporter } from "./reporter.ts";
import { RunRecord } from "./runRecord.ts";
import type { ToldRun } from "./toldRun.ts";

/**
 * Writes the run as one document when it is over; none if it never began. Only the user may read a file that it makes: it
 * names their resources.
 */
export class DocumentReporter implements Reporter {
  readonly #path: string;
  readonly #textOf: (run: ToldRun) => string;
  readonly #record = new RunRecord();

  constructor(path: string, textOf: (run: ToldRun) => string) {
    this.#path = path;
    this.#textOf = textOf;
  }

  on(event: RunEvent): void {
    this.#record.add(event);
  }

  close(): void {
    const { started, scenarios, ended } = this.#record;
    if (started === undefined) return;
    writeFileSync(this.#path, this.#textOf({ started, scenarios, ended }), { mode: 0o600 });
  }
}
