import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { engineMark } from "../engine.ts";
import { startOf } from "../journal/startOf.ts";

const lock = z.object({ pid: z.number().int() });
const patienceMilliseconds = 5_000;

/**
 * Ends the engine processes that a dead run has left behind in a folder, and clears the locks of their state: nobody changes it
 * then but whoever sweeps.
 */
export async function stopEngines(folder: string): Promise<void> {
  const pids = await processesOf(folder);
  for (const pid of pids) end(pid);
  const deadline = performance.now() + patienceMilliseconds;
  while ((await Promise.all(pids.map(startOf))).some(Boolean) && performance.now() < deadline) await setTimeout(20);
  await rm(locksOf(folder), { recursive: true, force: true });
}

function locksOf(folder: string): string {
  return join(folder, "state", ".pulumi", "locks");
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Whoever works on the state in the folder says so in its environment; where that cannot be read, the locks say who it is. */
async function processesOf(folder: string): Promise<readonly number[]> {
  const all = await readdir("/proc").catch(() => undefined);
  if (all === undefined) return ownersOfLocks(folder);
  const mark = `${engineMark}=${folder}`;
  const pids = all.filter((name) => /^\d+$/.test(name)).map(Number);
  const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, "utf8").catch(() => "")));
  return pids.filter((_, index) => environments[index]?.split("\0").includes(mark));
}

/** Pulumi names its process in each lock. */
async function ownersOfLocks(folder: string): Promise<readonly number[]> {
  const entries = await readdir(locksOf(folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
  return texts.flatMap((text) => pidIn(text) ?? []);
}

function pidIn(text: string): number | undefined {
  try {
    return lock.safeParse(JSON.parse(text)).data?.pid;
  } catch {
    return undefined;
  }
}
