import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { NewEntry } from "./journalEntry.ts";

/** The name of the journal in the folder of a run. */
export const journalFile = "journal.jsonl";

/**
 * The journal of a run: a JSON document a line, for the user alone. An entry is on the disk when `write` returns, so that what
 * is done next can be undone even if the process is killed. Several threads may write to the same journal.
 */
export class Journal {
  readonly #file: number;

  /** @param folder of the run; it must be there. */
  constructor(folder: string) {
    this.#file = openSync(join(folder, journalFile), "a", 0o600);
  }

  write(entry: NewEntry): void {
    // One write for each line: the lines of other threads come before or after it.
    writeSync(this.#file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}
