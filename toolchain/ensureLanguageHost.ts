import { UserError } from "../errors/userError.ts";
import { buildFromSource } from "./buildFromSource.ts";
import { findLanguageHost, languageHost } from "./findLanguageHost.ts";
import { readGoModule } from "./goModule.ts";
import { inspectLanguageHost } from "./inspectLanguageHost.ts";
import type { Found } from "./installed.ts";
import { StepFailed } from "./stepFailed.ts";
import type { ToolchainOptions } from "./toolchainOptions.ts";
import { withInstallLock } from "./withInstallLock.ts";

/**
 * The Node.js language host, which `pulumi up` needs from a shell (programs given inline to the Automation API do not):
 * the one beside the given CLI, on PATH or in Keylab's cache; if there is none, it is built with Go into the cache.
 *
 * @throws UserError when there is none and it cannot be built.
 */
export async function ensureLanguageHost(options: ToolchainOptions, pulumi: Found): Promise<Found> {
  const found = await findLanguageHost(options, pulumi);
  if (found !== undefined) return found;
  options.report("No Node.js language host beside the Pulumi CLI, on PATH or in Keylab's cache: building it.");
  return withInstallLock(options, async () => (await findLanguageHost(options, pulumi)) ?? (await build(options)));
}

async function build(options: ToolchainOptions): Promise<Found> {
  const inspect = (path: string) => inspectLanguageHost(path, options.environment);
  try {
    return await buildFromSource({ name: languageHost, takes: "about a minute", inspect }, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof StepFailed)) throw error;
    const { goVersion } = await readGoModule(languageHost);
    throw new UserError(
      `The Node.js language host could not be built (${error.message}).`,
      `Install Go ${goVersion} or later, or a full Pulumi CLI, which brings the language host; see docs/toolchain.md.`,
      1,
    );
  }
}
