import { nodeArguments } from "./nodeArguments.ts";
import { programBeside } from "./programBeside.ts";
import { runLeashed } from "./runLeashed.ts";
import { StepFailed } from "./stepFailed.ts";
import type { Environment } from "./toolchainOptions.ts";

/** What an installer is asked to do. */
export interface InstallerOptions {
  /** The folder to install into; the CLI becomes `bin/pulumi` in it. */
  readonly root: string;
  readonly environment: Environment;
  readonly signal?: AbortSignal | undefined;
}

/** Installs the official Pulumi CLI, or rejects with the reason. */
export type Installer = (options: InstallerOptions) => Promise<void>;

/** Where the Automation API's installer begins: https://www.pulumi.com/docs/install/ */
const installScript = "https://get.pulumi.com/install.sh";
const probeMs = 5_000;
const limitMs = 600_000;

/**
 * Installs the Pulumi CLI and its language hosts with `PulumiCommand.install` of the Automation API. That function
 * can neither be interrupted nor limited in time, so it runs in a process of its own, and only if the download host
 * answers at all.
 */
export async function officialInstaller({ root, environment, signal }: InstallerOptions): Promise<void> {
  const problem = await unreachable();
  if (problem !== undefined) throw new StepFailed(problem);
  const args = [...nodeArguments(programBeside(import.meta.url, "installPulumi")), root];
  await runLeashed({ command: process.execPath, args, folder: root, environment, limitMs, signal });
}

/** Why Pulumi's download host cannot be used from here, or nothing if it can. Takes five seconds at most. */
export async function unreachable(url = installScript, patienceMs = probeMs): Promise<string | undefined> {
  const { host } = new URL(url);
  try {
    const response = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(patienceMs) });
    return response.ok ? undefined : `${host} answers with status ${response.status}`;
  } catch (error) {
    return `${host} cannot be reached (${reasonOf(error)})`;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  return error.cause instanceof Error ? error.cause.message : error.message;
}
