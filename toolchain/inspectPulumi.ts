import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { version as pinned } from "@pulumi/pulumi/version.js";
import type { Inspection } from "./inspection.ts";
import { pulumiHome } from "./pulumiHome.ts";
import type { Environment } from "./toolchainOptions.ts";
import { isAtLeast, majorOf } from "./versions.ts";

const run = promisify(execFile);
const patienceMs = 20_000;

/**
 * Asks a Pulumi CLI for its version and says whether Keylab can work with it: the major version of the installed
 * `@pulumi/pulumi` (a newer one is refused by the Automation API), and not older than that package.
 */
export async function inspectPulumi(path: string, environment: Environment): Promise<Inspection> {
  const stated = await stateVersion(path, environment);
  if ("problem" in stated) return stated;
  const { version } = stated;
  if (majorOf(version) !== majorOf(pinned)) {
    return { problem: `${path} is Pulumi ${version}; Keylab needs major version ${majorOf(pinned)}` };
  }
  if (!isAtLeast(version, pinned)) {
    return { problem: `${path} is Pulumi ${version}; Keylab needs ${pinned} or later` };
  }
  return { version };
}

async function stateVersion(path: string, environment: Environment): Promise<Inspection> {
  const env = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true", PULUMI_HOME: pulumiHome(environment) };
  try {
    const { stdout } = await run(path, ["version"], { env, timeout: patienceMs, killSignal: "SIGKILL" });
    const version = /^v?(\d+\.\d+\.\d+\S*)\s*$/m.exec(stdout)?.[1];
    return version === undefined ? { problem: `${path} states no version when run as "pulumi version"` } : { version };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? "") : String(error);
    return { problem: `${path} does not run (${reason})` };
  }
}
