import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import { defaultAccountId, defaultPort, region } from "../aws/defaults.ts";
import type { InspectOptions } from "../aws/inspectTable.ts";
import type { StartOptions } from "../aws/start.ts";
import type { Context } from "../context.ts";

/** `keylab aws …`: the embedded AWS on its own. */
export function addAws(program: Command, context: Context): void {
  const aws = program.command("aws").description("the embedded AWS on its own, for your own tools").helpCommand(false);
  aws
    .command("start")
    .description("start it, with its Pulumi provider, until Ctrl-C")
    .addOption(portOption("port to listen on; 0 takes a free one"))
    .option("--host <address>", "address to listen on (default: 127.0.0.1); others want a root secret of their own")
    .option("--root-secret <secret>", 'secret access key of every account\'s root user (default: "test")')
    .option("--request-quotas", "throttle requests to KMS beyond AWS's quotas")
    .option("--settings <file>", "organization, VPC endpoint, identity providers: a YAML or JSON file")
    .action(async (options: StartOptions) => {
      const { start } = await import("../aws/start.ts");
      await start(options, context);
    });
  aws
    .command("env")
    .description('print what a shell needs to use it: eval "$(npx keylab aws env)"')
    .addOption(portOption("port on which it listens"))
    .action(async ({ port }: { port: number }) => {
      const { env } = await import("../aws/env.ts");
      await env(port, context);
    });
  addInspect(aws, context);
}

/** `keylab aws inspect`: what is stored, as it is stored. */
function addInspect(aws: Command, context: Context): void {
  const inspect = aws.command("inspect").description("show what is stored, as it is stored").helpCommand(false);
  inspect
    .command("table")
    .description("the items of a DynamoDB table, encrypted as they are")
    .argument("<name>", "the table's name")
    .option("--account <id>", "the account that owns it", defaultAccountId)
    .option("--region <region>", "its region", region)
    .addOption(portOption("port on which the embedded AWS listens"))
    .option("--json", "as JSON")
    .action(async (name: string, { account: accountId, ...options }: InspectOptions & { account: string }) => {
      const { inspectTable } = await import("../aws/inspectTable.ts");
      await inspectTable(name, { ...options, accountId }, context);
    });
}

function portOption(description: string): Option {
  return new Option("--port <number>", description).default(defaultPort).argParser(readPort);
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
}
