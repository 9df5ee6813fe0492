import { lock } from "proper-lockfile";

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

/** Does the work unless another process works on the same: two would undo what the other does. Nothing then. */
export async function withLock<Result>(
  { folder, lockfilePath, retries = 0 }: Locked,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const release = await lock(folder, {
    lockfilePath,
    update: updateMilliseconds,
    stale: staleMilliseconds,
    retries: { retries, factor: 1, minTimeout: 1_000 },
  }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ELOCKED") return undefined;
    throw error;
  });
  if (release === undefined) return undefined;
  try {
    return await work();
  } finally {
    await release();
  }
}
