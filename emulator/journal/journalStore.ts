import type { JournalRecord } from "./journalRecord.ts";

/** Where the records of a journal are. */
export interface JournalStore {
  /** Whether it keeps what comes after the start, too. */
  readonly keepsOn: boolean;
  /** All records, in the order in which they were kept. */
  records(): AsyncIterable<JournalRecord, undefined>;
  /**
   * Keeps records. Resolves when they are there: on disk if it `mustLast`, so that they survive the end of the process and of
   * the machine.
   */
  append(records: readonly JournalRecord[], mustLast: boolean): Promise<void>;
  /** Remembers what is there now as what there is from the start; only the first time. */
  markStart(): Promise<void>;
  /** Forgets what came after the start. */
  forgetSinceStart(): Promise<void>;
  close(): Promise<void>;
}
