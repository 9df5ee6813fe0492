import { join, resolve } from "node:path";
import { version as pinned } from "@pulumi/pulumi/version.js";
import { UserError } from "../errors/userError.ts";
import { cachePaths } from "./cachePaths.ts";
import { executableName, findOnPath, isExecutable } from "./executables.ts";
import { inspectPulumi } from "./inspectPulumi.ts";
import type { Found } from "./installed.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";

/**
 * The Pulumi CLI that is already there: the one that `KEYLAB_PULUMI` names, else a compatible one on PATH, else the one
 * in Keylab's cache. Nothing is installed. An unusable CLI on PATH or in the cache is reported and passed over.
 *
 * @throws UserError when `KEYLAB_PULUMI` is set and what it names cannot be used.
 */
export async function findPulumi(options: ToolchainOptions): Promise<Found | undefined> {
  return (await chosenPulumi(options)) ?? (await pulumiOnPath(options)) ?? (await cachedPulumi(options));
}

/** The CLI in Keylab's cache, if it is there and runs. */
export async function cachedPulumi({ environment, report }: ToolchainOptions): Promise<Found | undefined> {
  const path = join(cachePaths(environment).bin, executableName("pulumi"));
  if (!(await isExecutable(path))) return undefined;
  const inspection = await inspectPulumi(path, environment);
  if ("version" in inspection) return { path, version: inspection.version, source: "cache" };
  report(`The Pulumi CLI in Keylab's cache is not used: ${inspection.problem}.`);
  return undefined;
}

async function chosenPulumi({ environment }: ToolchainOptions): Promise<Found | undefined> {
  const { KEYLAB_PULUMI: chosen } = environment;
  if (chosen === undefined || chosen === "") return undefined;
  const path = resolve(chosen);
  const inspection = (await isExecutable(path))
    ? await inspectPulumi(path, environment)
    : { problem: `${path} is not an executable file` };
  if ("version" in inspection) return { path, version: inspection.version, source: "KEYLAB_PULUMI" };
  throw new UserError(
    `KEYLAB_PULUMI names a Pulumi CLI that cannot be used: ${inspection.problem}.`,
    `Set KEYLAB_PULUMI to the path of a Pulumi CLI ${pinned} or later, or unset it and let Keylab find one.`,
  );
}

async function pulumiOnPath({ environment, report }: ToolchainOptions): Promise<Found | undefined> {
  const path = await findOnPath("pulumi", environment);
  const cached = join(cachePaths(environment).bin, executableName("pulumi"));
  if (path === undefined || path === cached) return undefined;
  const inspection = await inspectPulumi(path, environment);
  if ("version" in inspection) return { path, version: inspection.version, source: "PATH" };
  report(`The Pulumi CLI on PATH is not used: ${inspection.problem}.`);
  return undefined;
}
