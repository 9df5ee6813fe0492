import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { writtenEntry, type WrittenEntry, type WrittenFile } from "./writtenEntry.ts";

/**
 * The journal of the files that were written for a class, for the user alone: a JSON document a line. What is written is on the disk when the call
 * returns, so that what is done next is known even if the process is killed.
 */
export class WrittenJournal {
  readonly #path: string;
  readonly #files = new Map<string, WrittenFile>();
  readonly #folders = new Set<string>();

  /** @param classPath the folder of the class */
  constructor(classPath: string) {
    this.#path = join(classPath, "hand-outs.jsonl");
    if (!existsSync(this.#path)) return;
    for (const entry of readFileSync(this.#path, "utf8").split("\n").flatMap(readLine)) this.#fold(entry);
  }

  /** By their paths. */
  get files(): ReadonlyMap<string, WrittenFile> {
    return this.#files;
  }

  get folders(): ReadonlySet<string> {
    return this.#folders;
  }

  write(entry: WrittenEntry): void {
    const file = openSync(this.#path, "a", 0o600);
    try {
      // A line that a dead process has begun ends here, and counts for nothing.
      writeSync(file, `\n${JSON.stringify(entry)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    this.#fold(entry);
  }

  /** Leaves out what has come and gone: nothing is left of a journal that tells of nothing. */
  shorten(): void {
    const entries: WrittenEntry[] = [
      ...[...this.#folders].map((path) => ({ type: "folder", path }) as const),
      ...[...this.#files.values()].map((file) => ({ type: "file", file }) as const),
    ];
    if (entries.length === 0) return rmSync(this.#path, { force: true });
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
    writeFileSync(`${this.#path}.new`, text, { mode: 0o600, flush: true });
    renameSync(`${this.#path}.new`, this.#path);
  }

  #fold(entry: WrittenEntry): void {
    switch (entry.type) {
      case "file":
        this.#files.set(entry.file.path, entry.file);
        return;
      case "file deleted":
        this.#files.delete(entry.path);
        return;
      case "folder":
        this.#folders.add(entry.path);
        return;
      case "folder deleted":
        this.#folders.delete(entry.path);
    }
  }
}

function readLine(line: string): WrittenEntry[] {
  if (line === "") return [];
  try {
    const { data } = writtenEntry.safeParse(JSON.parse(line));
    return data ? [data] : [];
  } catch {
    return [];
  }
}
