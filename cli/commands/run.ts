import { Option, type Command } from "commander";
import type { Context } from "../context.ts";
import { readCount } from "../readCount.ts";
import { readTime } from "../readTime.ts";
import { readSeed } from "../select/readSeed.ts";
import { readShard } from "../select/readShard.ts";
import type { RunCommandOptions } from "../run/runCommandOptions.ts";
import { accessKeyOptions } from "./accessKeyOptions.ts";
import { reporterOption } from "./reporterOption.ts";
import { selectingOptions } from "./selectingOptions.ts";

/** `keylab run`: the main job. */
export function addRun(program: Command, context: Context): void {
  const run = program
    .command("run")
    .description("run scenarios: deploy, prove who can do what, tear down")
    .argument("[id...]", "which ones; all if none is named")
    .option("--target <target>", '"local", the embedded AWS, "aws:<account>", or the URL of an AWS endpoint', "local")
    .option("--role-arn <arn>", "on AWS, a role to assume and work as")
    .option("--external-id <id>", "what the role's trust policy asks for")
    .option("--permissions-boundary <arn>", "on AWS, the boundary of the users and roles that scenarios make")
    .option("--no-permission-check", "on AWS, run even if IAM's simulation does not allow all that is needed")
    .option("--backend <url>", "where Pulumi keeps its state: s3://…, postgres://… (default: files in .keylab/runs)")
    .option(
      "--secrets-provider <provider>",
      'how Pulumi encrypts secrets: "passphrase", awskms://… (default: passphrase)',
    )
    .option("--yes", "do not ask before creating resources on an AWS that is not on this machine")
    .addOption(reporterOption("how the run is told; may be given several times (default: list or plain)"))
    .option("--keep", "leave what was deployed on an endpoint; keylab sweep removes it")
    .option("--no-sweep", "do not begin with a sweep of what dead runs have left")
    .option("--mutate", "make every meaningful mistake in what is deployed, and see whether the scenarios notice")
    .action(async (ids: string[], options: RunCommandOptions) => {
      if (options.mutate === true) {
        const { mutate } = await import("../run/mutate.ts");
        return mutate(ids, options, context);
      }
      const { run } = await import("../run/run.ts");
      await run(ids, options, context);
    });
  for (const option of [...accessKeyOptions(), ...selectingOptions(), ...narrowing(), ...timing()])
    run.addOption(option);
}

function narrowing(): Option[] {
  return [
    new Option("--only-failed", "only those that did not pass in the last run on the same target"),
    new Option("--shard <i/n>", "only one of n parts that take about as long as each other").argParser(readShard),
    new Option("--seed [number]", "in an order that is drawn; one is drawn and told if none is given").argParser(
      readSeed,
    ),
  ];
}

function timing(): Option[] {
  return [
    new Option(
      "--workers <n>",
      "how many run at a time; on an endpoint one, else as many as there are processors",
    ).argParser(readCount(1)),
    new Option("--repeat <n>", "run each so often").argParser(readCount(1)),
    new Option("--retries <n>", "try again so often what does not pass; what passes then is flaky").argParser(
      readCount(0),
    ),
    new Option("--bail", "begin nothing more once a scenario has not passed"),
    new Option("--timeout <time>", "how long a scenario may take, and its teardown again (default: 15m)").argParser(
      readTime,
    ),
    new Option("--phase-timeout <time>", "how long a phase may take (default: as long as the scenario)").argParser(
      readTime,
    ),
    new Option(
      "--answers <n>",
      "how many answers in a row must be as expected (default: as the target needs)",
    ).argParser(readCount(1)),
  ];
}
