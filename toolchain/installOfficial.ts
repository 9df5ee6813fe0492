import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cachePaths } from "./cachePaths.ts";
import { executableName } from "./executables.ts";
import { inspectPulumi } from "./inspectPulumi.ts";
import type { Found } from "./installed.ts";
import { officialInstaller } from "./officialInstaller.ts";
import { StepFailed } from "./stepFailed.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";
import { withProgress } from "./withProgress.ts";

/**
 * Installs the official Pulumi CLI into Keylab's cache: aside first, and moved to its place once it has run.
 *
 * @throws StepFailed when the installer fails or what it installed cannot be used.
 */
export async function installOfficial(options: ToolchainOptions): Promise<Found> {
  const { environment, report, signal, installer = officialInstaller } = options;
  const { build, root, bin } = cachePaths(environment);
  await mkdir(build, { recursive: true });
  const name = executableName("pulumi");
  const aside = await mkdtemp(join(build, "installer-"));
  try {
    const version = await withProgress("Installing the Pulumi CLI", report, async () => {
      await installer({ root: aside, environment, signal }).catch((error: unknown) => {
        throw new StepFailed(error instanceof Error ? error.message : String(error));
      });
      const inspection = await inspectPulumi(join(aside, "bin", name), environment);
      if ("problem" in inspection) throw new StepFailed(inspection.problem);
      return inspection.version;
    });
    await rm(root, { recursive: true, force: true });
    await mkdir(dirname(root), { recursive: true });
    await rename(aside, root);
    return { path: join(bin, name), version, source: "installer" };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
