import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { UserError } from "../errors/userError.ts";
import { cachePaths } from "./cachePaths.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";

/** A holder that has not refreshed the lock for so long is dead, and the lock is taken over. */
const staleMs = 10_000;
const refreshMs = 2_000;
const pollMs = 250;

/**
 * Does the work while no other process installs into the same cache. Waits, and says so, for as long as another one is
 * at it; the lock of a process that was killed is taken over after ten seconds.
 *
 * @throws UserError when the cache folder cannot be written.
 */
export async function withInstallLock<T>(options: ToolchainOptions, work: () => Promise<T>): Promise<T> {
  const { environment, report, signal } = options;
  const { folder } = cachePaths(environment);
  let waiting = false;
  for (;;) {
    const release = await tryLock(folder, report);
    if (release !== undefined) return work().finally(release);
    if (!waiting) report("Another Keylab process is installing the toolchain; waiting for it.");
    waiting = true;
    await delay(pollMs);
    signal?.throwIfAborted();
  }
}

async function tryLock(folder: string, report: (line: string) => void): Promise<(() => Promise<void>) | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    return await lock(folder, {
      lockfilePath: join(folder, "install.lock"),
      stale: staleMs,
      update: refreshMs,
      // Harmless: everything is built aside and moved to its place in one step.
      onCompromised: () => report("Another process took over the lock of the installation; carrying on."),
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ELOCKED") return undefined;
    throw new UserError(
      `Keylab's cache folder ${folder} cannot be written (${error instanceof Error ? error.message : String(error)}).`,
      "Make it writable, or set KEYLAB_CACHE to a folder that is.",
      1,
    );
  }
}
