import { cachePaths } from "./cachePaths.ts";
import type { Environment } from "./toolchainOptions.ts";

/**
 * The folder to pass to Pulumi as `PULUMI_HOME`: Keylab's own, so that the user's login, credentials and plugins in
 * `~/.pulumi` are neither read nor changed.
 */
export function pulumiHome(environment: Environment): string {
  return cachePaths(environment).home;
}
