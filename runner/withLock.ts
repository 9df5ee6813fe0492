import { readFile, rm, writeFile } from "node:fs/promises";
import { lock } from "proper-lockfile";
import { holder, holderText, thisProcess } from "./holder.ts";

/** Whoever works says that often that they still do; after a while without, they are dead. */
const updateMilliseconds = 2_000;
const staleMilliseconds = 10_000;

/** What only one process is to work on at a time. */
export interface Locked {
  readonly folder: string;
  /** The path of the lock. */
  readonly lockfilePath: string;
  /** How often it is tried again, a second later each time. Default: never. */
  readonly retries?: number;
}

/** What came of the work; or, where it was not begun, who works on the same: the end of a sentence, such as "another keylab: ana@…". */
export type Worked<Result> = { readonly result: Result } | { readonly heldBy: string };

/**
 * Does the work unless another process works on the same: two would undo what the other does. Who works is written beside the lock, for the
 * others to tell.
 */
export async function withLock<Result>(
  { folder, lockfilePath, retries = 0 }: Locked,
  work: () => Promise<Result>,
): Promise<Worked<Result>> {
  const record = `${lockfilePath}.json`;
  const release = await lock(folder, {
    lockfilePath,
    update: updateMilliseconds,
    stale: staleMilliseconds,
    retries: { retries, factor: 1, minTimeout: 1_000 },
  }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ELOCKED") return undefined;
    throw error;
  });
  if (release === undefined) return { heldBy: await heldBy(record) };
  try {
    await write(record);
    return { result: await work() };
  } finally {
    // Before the lock opens: afterwards it may be another's.
    await rm(record, { force: true });
    await release();
  }
}

/**
 * Does the work with those of which no other process does anything: the locks are taken one after the other, in this order, and held all the time.
 *
 * @param locks by whatever is locked
 * @param refused hears of each that another process works on, once it was waited for
 */
export async function withLocks<Key, Result>(
  locks: ReadonlyMap<Key, Locked>,
  work: (held: readonly Key[]) => Promise<Result>,
  refused: (key: Key, heldBy: string) => void,
): Promise<Result> {
  const next = async ([first, ...others]: readonly [Key, Locked][], held: readonly Key[]): Promise<Result> => {
    if (!first) return work(held);
    const [key, lock] = first;
    const worked = await withLock(lock, () => next(others, [...held, key]));
    if ("result" in worked) return worked.result;
    refused(key, worked.heldBy);
    return next(others, held);
  };
  return next([...locks], []);
}

/** A record that somebody has left who was killed is replaced, not written into: it may be readable by others. */
async function write(record: string): Promise<void> {
  await rm(record, { force: true });
  await writeFile(record, JSON.stringify(thisProcess()), { mode: 0o600, flag: "wx" });
}

/** Nobody in particular where they have not written yet who they are. */
async function heldBy(record: string): Promise<string> {
  try {
    return `another keylab: ${holderText(holder.parse(JSON.parse(await readFile(record, "utf8"))))}`;
  } catch {
    return "another keylab";
  }
}
