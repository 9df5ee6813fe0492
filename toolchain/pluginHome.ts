import { cachePaths } from "./cachePaths.ts";
import type { Environment } from "./toolchainOptions.ts";

/**
 * The folder to pass to Pulumi as `PULUMI_HOME` where the embedded providers are to be found as installed plugins. It is for nothing
 * else: any other engine that saw them would take them for the official ones.
 */
export function pluginHome(environment: Environment): string {
  return cachePaths(environment).pluginHome;
}
