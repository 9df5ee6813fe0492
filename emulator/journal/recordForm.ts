import { deserialize, serialize } from "node:v8";
import type { JournalRecord } from "./journalRecord.ts";

/** What comes out is what was put in: nobody else can write a record. */
const read: (bytes: Uint8Array) => JournalRecord = deserialize;

/** A record as bytes, in the form of the structured clone, which later versions of Node.js read, too. */
export function writeRecord(record: JournalRecord): Uint8Array {
  return serialize(record);
}

/** The record that {@link writeRecord} took. */
export function readRecord(bytes: Uint8Array): JournalRecord {
  return read(bytes);
}
