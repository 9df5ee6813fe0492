import type { JournalRecord } from "../../../emulator/journal/journalRecord.ts";
import type { JournalStore } from "../../../emulator/journal/journalStore.ts";
import { readRecord, writeRecord } from "../../../emulator/journal/recordForm.ts";

/** Keeps everything in memory, as a folder does on disk. */
export class KeptStore implements JournalStore {
  readonly keepsOn = true;
  #kept: Uint8Array[] = [];
  #start?: number;

  /** A store with the same records: what is added to one is not in the other. */
  copy(): KeptStore {
    const copy = new KeptStore();
    copy.#kept = [...this.#kept];
    return copy;
  }

  async *records(): AsyncGenerator<JournalRecord, undefined> {
    for (const bytes of this.#kept) yield await Promise.resolve(readRecord(bytes));
    return undefined;
  }

  append(records: readonly JournalRecord[]): Promise<void> {
    this.#kept.push(...records.map(writeRecord));
    return Promise.resolve();
  }

  markStart(): Promise<void> {
    this.#start ??= this.#kept.length;
    return Promise.resolve();
  }

  forgetSinceStart(): Promise<void> {
    this.#kept.length = this.#start ?? 0;
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
