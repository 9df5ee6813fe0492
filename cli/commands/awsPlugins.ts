import type { Command } from "commander";
import type { Context } from "../context.ts";

/** `keylab aws install-plugins` and `keylab aws uninstall-plugins`: the embedded providers where Pulumi looks for plugins. */
export function addPlugins(aws: Command, context: Context): void {
  aws
    .command("install-plugins")
    .description("install its Pulumi provider as plugins, in a PULUMI_HOME of their own: env --plugins")
    .action(async () => {
      const { installPlugins } = await import("../aws/plugins.ts");
      await installPlugins(context);
    });
  aws
    .command("uninstall-plugins")
    .description("remove these plugins, with their PULUMI_HOME")
    .action(async () => {
      const { uninstallPlugins } = await import("../aws/plugins.ts");
      await uninstallPlugins(context);
    });
}
