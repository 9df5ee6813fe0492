import { join, resolve } from "node:path";
import envPaths from "env-paths";
import { version } from "@pulumi/pulumi/version.js";
import type { Environment } from "./toolchainOptions.ts";

/** Where things lie in Keylab's cache. Nothing there is precious: the whole folder may be deleted at any time. */
export interface CachePaths {
  readonly folder: string;
  /** The installation of the pinned Pulumi CLI; its executables are in `bin`. */
  readonly root: string;
  readonly bin: string;
  /** What a build or an installation needs while it lasts, Go's own caches included. */
  readonly build: string;
  /** Keylab's `PULUMI_HOME`. */
  readonly home: string;
  /** The `PULUMI_HOME` that holds the embedded providers as plugins. */
  readonly pluginHome: string;
}

/**
 * The paths in Keylab's cache: the folder that `KEYLAB_CACHE` names, or `keylab` in the user's cache folder
 * (`XDG_CACHE_HOME`, else `~/.cache` on Linux).
 */
export function cachePaths(environment: Environment): CachePaths {
  const { KEYLAB_CACHE: chosen } = environment;
  const folder = chosen === undefined || chosen === "" ? envPaths("keylab", { suffix: "" }).cache : resolve(chosen);
  const root = join(folder, "pulumi", version);
  return {
    folder,
    root,
    bin: join(root, "bin"),
    build: join(folder, "build"),
    home: join(folder, "pulumi-home"),
    pluginHome: join(folder, "plugin-home"),
  };
}
