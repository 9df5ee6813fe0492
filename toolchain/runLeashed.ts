import { spawn } from "node:child_process";
import { nodeArguments } from "./nodeArguments.ts";
import { programBeside } from "./programBeside.ts";
import { StepFailed } from "./stepFailed.ts";
import type { Environment } from "./toolchainOptions.ts";

/** A long-running command and the circumstances in which it runs. */
export interface LeashedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Environment;
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a command to its end. It and all its descendants are killed when the signal fires, when the limit is reached,
 * and when this process ends for any reason.
 *
 * @throws StepFailed with the command's last lines of output when it does not end with exit code 0.
 */
export async function runLeashed(leashed: LeashedCommand): Promise<void> {
  const { command, folder, environment, limitMs, signal } = leashed;
  signal?.throwIfAborted();
  const child = spawn(
    process.execPath,
    [...nodeArguments(programBeside(import.meta.url, "leash")), command, ...leashed.args],
    {
      cwd: folder,
      env: { ...environment, TSX_DISABLE_CACHE: "1" },
      stdio: "pipe",
      detached: true,
    },
  );
  let tail = "";
  const keepTail = (data: Buffer) => (tail = (tail + data.toString()).slice(-2000));
  child.stdout.on("data", keepTail);
  child.stderr.on("data", keepTail);
  const letGo = () => child.stdin.destroy();
  signal?.addEventListener("abort", letGo);
  const limit = setTimeout(letGo, limitMs);
  const started = performance.now();
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    signal?.throwIfAborted();
    if (code === 0) return;
    if (performance.now() - started >= limitMs) throw new StepFailed(`no end after ${limitMs / 1000} s`);
    throw new StepFailed(lastLines(tail) || `${command} ended with exit code ${code ?? "none"}`);
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener("abort", letGo);
  }
}

function lastLines(output: string): string {
  return output
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(-3)
    .join(" | ");
}
