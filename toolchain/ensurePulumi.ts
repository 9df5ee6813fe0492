import { version as pinned } from "@pulumi/pulumi/version.js";
import { UserError } from "../errors/userError.ts";
import { buildFromSource } from "./buildFromSource.ts";
import { cachePaths } from "./cachePaths.ts";
import { cachedPulumi, findPulumi } from "./findPulumi.ts";
import { readGoModule } from "./goModule.ts";
import { inspectPulumi } from "./inspectPulumi.ts";
import type { Found, Installed } from "./installed.ts";
import { installOfficial } from "./installOfficial.ts";
import { rootOf } from "./rootOf.ts";
import { StepFailed } from "./stepFailed.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";
import { withInstallLock } from "./withInstallLock.ts";

/**
 * The Pulumi CLI: the one that `KEYLAB_PULUMI` names, a compatible one on PATH, or the one in Keylab's cache; if there is
 * none, it is installed into the cache by the official installer or, where that cannot be reached, built with Go.
 *
 * @throws UserError when `KEYLAB_PULUMI` names something unusable, or no way to install the CLI works.
 */
export async function ensurePulumi(options: ToolchainOptions): Promise<Installed> {
  const found = (await findPulumi(options)) ?? (await install(options));
  return { ...found, root: await rootOf(found.path, options.environment) };
}

async function install(options: ToolchainOptions): Promise<Found> {
  const { folder } = cachePaths(options.environment);
  options.report(`No usable Pulumi CLI on PATH or in Keylab's cache: installing ${pinned} into ${folder}.`);
  return withInstallLock(options, async () => (await cachedPulumi(options)) ?? (await firstThatWorks(options)));
}

async function firstThatWorks(options: ToolchainOptions): Promise<Found> {
  const steps = [
    { name: "the official installer", take: () => installOfficial(options) },
    { name: "building it from source", take: () => buildPulumi(options) },
  ];
  const problems: string[] = [];
  for (const { name, take } of steps) {
    try {
      return await take();
    } catch (error) {
      options.signal?.throwIfAborted();
      if (!(error instanceof StepFailed)) throw error;
      problems.push(`${name}: ${error.message}`);
      options.report(`Installing the Pulumi CLI by ${name} failed: ${error.message}.`);
    }
  }
  const { goVersion } = await readGoModule("pulumi");
  throw new UserError(
    `The Pulumi CLI could not be installed (${problems.join("; ")}).`,
    `Install Go ${goVersion} or later, or the Pulumi CLI ${pinned} or later, or set KEYLAB_PULUMI to its path; see docs/toolchain.md.`,
    1,
  );
}

async function buildPulumi(options: ToolchainOptions): Promise<Found> {
  const inspect = (path: string) => inspectPulumi(path, options.environment);
  return buildFromSource({ name: "pulumi", takes: "two to six minutes on two cores", inspect }, options);
}
