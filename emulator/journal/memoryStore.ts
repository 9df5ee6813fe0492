import type { JournalRecord } from "./journalRecord.ts";
import type { JournalStore } from "./journalStore.ts";
import { readRecord, writeRecord } from "./recordForm.ts";

/** Keeps in memory what there is from the start, and nothing that comes later. */
export class MemoryStore implements JournalStore {
  readonly keepsOn = false;
  readonly #records: Uint8Array[] = [];
  #isStarted = false;

  async *records(): AsyncGenerator<JournalRecord, undefined> {
    for (const record of this.#records) yield await Promise.resolve(readRecord(record));
  }

  append(records: readonly JournalRecord[]): Promise<void> {
    // Copies: what was kept must not change with what was made of it.
    if (!this.#isStarted) this.#records.push(...records.map(writeRecord));
    return Promise.resolve();
  }

  markStart(): Promise<void> {
    this.#isStarted = true;
    return Promise.resolve();
  }

  forgetSinceStart(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
