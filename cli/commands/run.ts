import { Option, type Command } from "commander";
import type { Context } from "../context.ts";
import { readWorkers } from "../run/readWorkers.ts";
import type { RunCommandOptions } from "../run/run.ts";

/** `keylab run`: the main job. */
export function addRun(program: Command, context: Context): void {
  program
    .command("run")
    .description("run scenarios: deploy, prove who can do what, tear down")
    .argument("[id...]", "which ones; all if none is named")
    .option("--target <target>", '"local", the embedded AWS, or the URL of an AWS endpoint', "local")
    .option("--yes", "do not ask before creating resources on an AWS that is not on this machine")
    .option("--json <file>", "also write the results as one JSON document")
    .addOption(
      new Option(
        "--workers <n>",
        "how many run at a time; on an endpoint one, else as many as there are processors",
      ).argParser(readWorkers),
    )
    .option("--keep", "leave what was deployed, on an endpoint; keylab sweep removes it")
    .option("--no-sweep", "do not begin with a sweep of what earlier runs have left")
    .option("--mutate", "make every meaningful mistake in what is deployed, and see whether the scenarios notice")
    .action(async (ids: string[], options: RunCommandOptions) => {
      if (options.mutate === true) {
        const { mutate } = await import("../run/mutate.ts");
        return mutate(ids, options, context);
      }
      const { run } = await import("../run/run.ts");
      await run(ids, options, context);
    });
}
