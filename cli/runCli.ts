import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { addAws } from "./commands/aws.ts";
import { addAwsPolicy } from "./commands/awsPolicy.ts";
import { addCompare } from "./commands/compare.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addExplain } from "./commands/explain.ts";
import { addHistory } from "./commands/history.ts";
import { addKeys } from "./commands/keys.ts";
import { addList } from "./commands/list.ts";
import { addMerge } from "./commands/merge.ts";
import { addReport } from "./commands/report.ts";
import { addRun } from "./commands/run.ts";
import { addSandbox } from "./commands/sandbox.ts";
import { addShow } from "./commands/show.ts";
import { addSweep } from "./commands/sweep.ts";
import { addUnlock } from "./commands/unlock.ts";
import { remark } from "./context.ts";
import type { Context } from "./context.ts";
import { tellError } from "./tellError.ts";
import { usageError } from "./usageError.ts";

/** In the order in which the help lists them. To add a command: one file in `commands/`, one name here. */
const commands = [
  addRun,
  addCompare,
  addSweep,
  addKeys,
  addMerge,
  addReport,
  addHistory,
  addList,
  addShow,
  addAws,
  addAwsPolicy,
  addUnlock,
  addSandbox,
  addExplain,
  addDoctor,
];

/** Carries out one command line. Never throws: what goes wrong is told on the standard error, and in the exit code. */
export async function runCli(args: readonly string[], context: Context): Promise<void> {
  const program = programFor(context);
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    // `keylab aws` without more: the help that was shown says what is missing.
    if (error instanceof CommanderError && error.code === "commander.help") return context.finish(2);
    const isUsage = error instanceof CommanderError;
    const { lines, exitCode } = tellError(isUsage ? usageError(error, program, args) : error);
    for (const line of lines) remark(context, line);
    context.finish(exitCode);
  }
}

function programFor(context: Context): Command {
  const program = new Command("keylab")
    .description(
      "Proves who can read encrypted data on AWS: deploys a scenario, acts as each of its principals, tears down.",
    )
    .version(packageJson.version, "--version", "show the version")
    .helpOption("--help", "show this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
      // Told by `runCli`, like every other error.
      outputError: () => undefined,
    })
    .addHelpText("after", examples);
  for (const add of commands) add(program, context);
  return program;
}

const examples = `
Examples:
  npx keylab run                        every scenario, on the embedded AWS
  npx keylab show dynamodb/transparent-encryption
  npx keylab aws start                  the embedded AWS on its own, for your own tools
  eval "$(npx keylab aws env)"          … and what they need to know of it

See docs/cli.md.`;
