import type { Command } from "commander";
import type { Context } from "../context.ts";
import { portOption } from "./portOption.ts";

/** `keylab aws stop`: ends what `keylab aws start` started. */
export function addStop(aws: Command, context: Context): void {
  aws
    .command("stop")
    .description("stop the one that was started from this folder")
    .addOption(portOption("port on which it listens"))
    .action(async (options: { readonly port: number }) => {
      const { stop } = await import("../aws/stop.ts");
      await stop(options, context);
    });
}
