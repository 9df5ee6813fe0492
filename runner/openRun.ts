import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation/index.js";
import type { RunEvent } from "../reporters/events.ts";
import { tellableBackend } from "./backend.ts";
import { Journal } from "./journal/journal.ts";
import { startOf } from "./journal/startOf.ts";
import type { RunContext } from "./runContext.ts";
import type { RunPlace } from "./runOptions.ts";
import { defaultSettings } from "./runSettings.ts";

/** A run that has an id and a folder of its own. */
export interface OpenedRun extends RunContext {
  readonly runId: string;
  /** The journal in its folder, which says whose run it is. */
  readonly journal: Journal;
}

/** Makes the folder of a run, and what its scenario runs share. */
export async function openRun(
  { target, pulumiRoot, pulumiHome, folder, backend, signal, settings = defaultSettings, witness }: RunPlace,
  emit: (event: RunEvent) => void,
): Promise<OpenedRun> {
  const suffix = randomBytes(3).toString("hex");
  const runId = `${new Date().toISOString().replace(/[-:]/g, "").slice(0, 15)}-${suffix}`;
  const runFolder = join(folder, "runs", runId);
  await mkdir(runFolder, { recursive: true, mode: 0o700 });
  const pulumi = await PulumiCommand.get({ root: pulumiRoot });
  const journal = new Journal(runFolder);
  journal.write({
    type: "run began",
    run: runId,
    target: target.lasting?.url ?? target.description.name,
    lasting: target.lasting !== undefined,
    backend: backend?.url === undefined ? undefined : tellableBackend(backend.url),
    host: hostname(),
    pid: process.pid,
    started: await startOf(process.pid),
  });
  return {
    runId,
    journal,
    target,
    pulumi,
    pulumiHome,
    folder: runFolder,
    backend,
    suffix,
    signal,
    settings,
    witness,
    emit,
  };
}
