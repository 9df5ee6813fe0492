import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/**
 * Keeps the processors from going idle until this process ends, by loops that every other process goes before. Where they go idle while a call
 * is on its way, waking them takes a virtual machine as long as the call, and servers that do little look like those that do much.
 *
 * Linux alone has a scheduling class for that.
 */
export function keepAwake(): void {
  const loops = Array.from({ length: availableParallelism() }, () =>
    spawn("chrt", ["--idle", "0", process.execPath, "--eval", "for (;;);"], { stdio: "ignore" }),
  );
  for (const loop of loops) loop.unref();
  // Also when something has failed.
  process.once("exit", () => {
    for (const loop of loops) loop.kill();
  });
}
