import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import { readChaos } from "../aws/chaosOption.ts";
import { region } from "../aws/defaults.ts";
import type { EnvOptions } from "../aws/env.ts";
import type { InspectOptions } from "../aws/inspectTable.ts";
import { readLag } from "../aws/lagOption.ts";
import { readDuration } from "../aws/readDuration.ts";
import type { StartOptions } from "../aws/start.ts";
import type { Context } from "../context.ts";
import { addEvents } from "./awsEvents.ts";
import { addPlugins } from "./awsPlugins.ts";
import { addSnapshot } from "./awsSnapshot.ts";
import { addStop } from "./awsStop.ts";
import { portOption } from "./portOption.ts";

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
    .addOption(new Option("--account <id...>", "the accounts that there are (default: any)").argParser(readAccount))
    .addOption(new Option("--clock <clock>", 'real, or fixed:<ISO time> (default: "real")').argParser(readClock))
    .addOption(new Option("--lag <lag>", "changes take a while: default, or iam=2s..6s,grant=1m,…").argParser(readLag))
    .addOption(new Option("--chaos <rates>", "faults: seed=1,throttle=0.05,drop=0.01,… or a file").argParser(readChaos))
    .option("--settings <file>", "organization, VPC endpoint, identity providers: a YAML or JSON file")
    .option("--data <folder>", "keep the state in a folder: it survives the process, and kill -9")
    .option("--seed <file>", "what is there from the start: users, keys, tables, secrets …: a YAML or JSON file")
    .action(async (options: StartOptions) => {
      const { start } = await import("../aws/start.ts");
      await start(options, context);
    });
  aws
    .command("env")
    .description('print what a shell needs to use it: eval "$(npx keylab aws env)"')
    .addOption(portOption("port on which it listens"))
    .option("--plugins", "with the plugins of install-plugins, instead of PULUMI_DEBUG_PROVIDERS")
    .action(async (options: EnvOptions) => {
      const { env } = await import("../aws/env.ts");
      await env(options, context);
    });
  aws
    .command("status")
    .description("show how it is, and what is in it")
    .addOption(portOption("port on which it listens"))
    .option("--json", "as JSON")
    .action(async (options: { port: number; json?: boolean }) => {
      const { status } = await import("../aws/status.ts");
      await status(options, context);
    });
  addEvents(aws, context);
  addStop(aws, context);
  addPlugins(aws, context);
  addClock(aws, context);
  addInspect(aws, context);
  addSnapshot(aws, context);
}

/** `keylab aws clock`: what the instance's clock shows, and how it is moved. */
function addClock(aws: Command, context: Context): void {
  const show = async (port: number, advance: number): Promise<void> => {
    const { clock } = await import("../aws/clock.ts");
    await clock({ port, advance }, context);
  };
  const command = aws
    .command("clock")
    .description("show its clock")
    .helpCommand(false)
    .addOption(portOption("port on which it listens"))
    .action(({ port }: { port: number }) => show(port, 0));
  command
    .command("advance")
    .description("move its clock forward")
    .argument("<duration>", "such as 30m, 36h or 7d", readAdvance)
    .action((advance: number) => show(command.opts<{ port: number }>().port, advance));
}

/** `keylab aws inspect`: what is stored, as it is stored. */
function addInspect(aws: Command, context: Context): void {
  const inspect = aws.command("inspect").description("show what is stored, as it is stored").helpCommand(false);
  inspect
    .command("table")
    .description("the items of a DynamoDB table, encrypted as they are")
    .argument("<name>", "the table's name")
    .option("--account <id>", "the account that owns it (default: that of the access key id test)")
    .option("--region <region>", "its region", region)
    .addOption(portOption("port on which the embedded AWS listens"))
    .option("--json", "as JSON")
    .action(async (name: string, options: InspectOptions) => {
      const { inspectTable } = await import("../aws/inspectTable.ts");
      await inspectTable(name, options, context);
    });
}

function readAdvance(text: string): number {
  const milliseconds = readDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new InvalidArgumentError("A duration is written 30s, 30m, 36h or 7d.");
}

function readAccount(text: string, before: readonly string[] = []): readonly string[] {
  if (/^\d{12}$/.test(text)) return [...before, text];
  throw new InvalidArgumentError("An account is written as its 12 digits.");
}

function readClock(text: string): Date | undefined {
  if (text === "real") return undefined;
  const time = /^fixed:(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/.exec(text)?.[1] ?? "";
  const date = new Date(time);
  if (!Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError("A clock is written real, or fixed:2026-01-01T00:00:00Z.");
}
