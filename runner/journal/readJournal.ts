import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { journalFile } from "./journal.ts";
import { journalEntry, type JournalEntry } from "./journalEntry.ts";

/** The entries of a run's journal. A line that makes no sense is left out: the last one may be torn. None if there is no journal. */
export async function readJournal(folder: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(join(folder, journalFile), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): JournalEntry | undefined {
  try {
    return journalEntry.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
