import { join } from "node:path";
import type { Locked } from "../../runner/withLock.ts";

/** The lock of a lease: a watcher may want to end what an instructor freezes at the same moment. */
export function lockOf(folder: string): Locked {
  return { folder, lockfilePath: join(folder, "lease.lock") };
}
