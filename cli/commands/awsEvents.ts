import type { Command } from "commander";
import type { EventsOptions } from "../aws/events.ts";
import type { Context } from "../context.ts";
import { portOption } from "./portOption.ts";

/** `keylab aws events`: who called what, and how it ended. */
export function addEvents(aws: Command, context: Context): void {
  aws
    .command("events")
    .description("show its latest calls: who called what, and how it ended")
    .addOption(portOption("port on which it listens"))
    .option("--follow", "go on with each call as it ends, until Ctrl-C")
    .option("--denied", "only what was denied")
    .option("--principal <who>", "only this caller: an ARN or a part of one, such as root, user/alice or an account")
    .option("--service <name>", "only calls of this service, such as kms")
    .option("--json", "as JSON, one call a line")
    .action(async (options: EventsOptions) => {
      const { events } = await import("../aws/events.ts");
      await events(options, context);
    });
}
