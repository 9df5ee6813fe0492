import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { cachePaths } from "./cachePaths.ts";
import { executableName } from "./executables.ts";
import { goEnvironment } from "./goEnvironment.ts";
import { readGoModule } from "./goModule.ts";
import type { GoProgram } from "./goModule.ts";
import { inspectGo } from "./inspectGo.ts";
import type { Inspection } from "./inspection.ts";
import type { Found } from "./installed.ts";
import { runLeashed } from "./runLeashed.ts";
import { StepFailed } from "./stepFailed.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";
import { withProgress } from "./withProgress.ts";

const limitMs = 3_600_000;

/** The variable in Pulumi's sources that holds the version which the programs state. */
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** A program to build, and how to find out whether the result works. */
export interface Build {
  readonly name: GoProgram;
  /** What to tell the user about the time it takes. */
  readonly takes: string;
  readonly inspect: (path: string) => Promise<Inspection>;
}

/**
 * Builds a program from the pinned Go modules into Keylab's cache: aside first, and moved to its place once it has run.
 * After a success Go's caches, up to 4.4 GB, are removed; after a failure they stay, so that the next attempt is shorter.
 *
 * @throws StepFailed when Go is missing or too old, or the build fails.
 */
export async function buildFromSource({ name, takes, inspect }: Build, options: ToolchainOptions): Promise<Found> {
  const { environment, report, signal } = options;
  const { build, bin } = cachePaths(environment);
  const { folder, goVersion, program, version } = await readGoModule(name);
  const go = await inspectGo(environment, goVersion);
  if ("problem" in go) throw new StepFailed(go.problem);

  report(`Building ${name} ${version} with Go ${go.version}, once for this machine: takes ${takes}.`);
  await mkdir(join(build, "tmp"), { recursive: true });
  const aside = join(await mkdtemp(join(build, "out-")), executableName(name));
  const flags = `-s -w -X ${versionVariable}=${version}`;
  const inspection = await withProgress(`Building ${name}`, report, async () => {
    await runLeashed({
      command: go.path,
      args: ["build", "-o", aside, "-ldflags", flags, program],
      folder,
      environment: goEnvironment(environment, build),
      limitMs,
      signal,
    });
    const result = await inspect(aside);
    if ("problem" in result) throw new StepFailed(result.problem);
    return result;
  });
  const path = join(bin, executableName(name));
  await mkdir(bin, { recursive: true });
  await rename(aside, path);
  await rm(build, { recursive: true, force: true });
  return { path, version: inspection.version, source: "built from source" };
}
