import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Keylab } from "../cli/keylab.ts";
import type { SharedAws } from "./withSharedAws.ts";

/** What a run is at. */
export type Moment = "before deployment" | "deploying" | "in phases" | "tearing down";

/** Starts to run a scenario on a shared embedded AWS. */
export function startRun(scenario: string, aws: SharedAws): Keylab {
  return new Keylab(["run", scenario, "--no-sweep", "--target", aws.url], aws);
}

/** Kills a run when it has written so many lines, and a little later; `wasKilled` unless it ended before. */
export async function killAt(
  lines: number,
  milliseconds: number,
  scenario: string,
  aws: SharedAws,
): Promise<{ readonly folder: string | undefined; readonly wasKilled: boolean }> {
  const known = new Set(await runsIn(aws.folder));
  const running = startRun(scenario, aws);
  let folder: string | undefined;
  while (running.process.exitCode === null) {
    folder ??= await folderOf(scenario, known, aws.folder);
    if (folder !== undefined && (await linesIn(folder)) >= lines) {
      await setTimeout(milliseconds);
      break;
    }
    await setTimeout(3);
  }
  running.process.kill("SIGKILL");
  await running.ended();
  return { folder, wasKilled: running.process.signalCode === "SIGKILL" };
}

async function runsIn(folder: string): Promise<string[]> {
  return readdir(join(folder, ".keylab", "runs")).catch(() => []);
}

/** The folder of the new run of the scenario: another one may go on beside. */
async function folderOf(scenario: string, known: ReadonlySet<string>, folder: string): Promise<string | undefined> {
  for (const name of await runsIn(folder)) {
    const path = join(folder, ".keylab", "runs", name);
    const events = await readFile(join(path, "events.jsonl"), "utf8").catch(() => "");
    if (!known.has(name) && events.includes(`"selected":["${scenario}"]`)) return path;
  }
  return undefined;
}

async function linesIn(folder: string): Promise<number> {
  const texts = await Promise.all(
    ["journal.jsonl", "events.jsonl"].map((name) => readFile(join(folder, name), "utf8").catch(() => "")),
  );
  return texts.join("").split("\n").length - 1;
}

/** What a killed run was at, by what it has written. */
export async function momentOf(folder: string): Promise<Moment> {
  const events = await readFile(join(folder, "events.jsonl"), "utf8").catch(() => "");
  const journal = await readFile(join(folder, "journal.jsonl"), "utf8").catch(() => "");
  if (events.includes('"teardown started"')) return "tearing down";
  if (events.includes('"phase deployed"')) return "in phases";
  return journal.includes('"resource intended"') ? "deploying" : "before deployment";
}
