import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { SweepOptions } from "../sweep/sweep.ts";
import { accessKeyOptions } from "./accessKeyOptions.ts";

/** `keylab sweep`: removes what runs have left. */
export function addSweep(program: Command, context: Context): void {
  const sweep = program
    .command("sweep")
    .description("remove what runs have left that were killed, kept things, or have expired")
    .option("--target <target>", '"local", "aws:<account>", or the URL of an AWS endpoint', "local")
    .option("--role-arn <arn>", "on AWS, a role to assume and work as")
    .option("--external-id <id>", "what the role's trust policy asks for")
    .option("--backend <url>", "where the runs kept Pulumi's state")
    .option("--secrets-provider <provider>", "how they encrypted secrets in it")
    .option("--dry-run", "show what would be removed, and remove nothing")
    .option("--yes", "do not ask")
    .action(async (options: SweepOptions) => {
      const { sweep } = await import("../sweep/sweep.ts");
      await sweep(options, context);
    });
  for (const option of accessKeyOptions()) sweep.addOption(option);
}
