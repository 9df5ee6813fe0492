import { join } from "node:path";
import { lock } from "proper-lockfile";

/** Whoever sweeps says that often that they still do; after a while without, they are dead. */
const updateMilliseconds = 2_000;
const staleMilliseconds = 10_000;

/** Does the work unless somebody else sweeps what the same run has left: two would end each other's engine. Nothing then. */
export async function withSweepLock<Result>(
  runFolder: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const release = await lock(runFolder, {
    lockfilePath: join(runFolder, "sweep.lock"),
    update: updateMilliseconds,
    stale: staleMilliseconds,
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
