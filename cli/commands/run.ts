import { Option, type Command } from "commander";
import type { Context } from "../context.ts";
import { reporterOption } from "./reporterOption.ts";
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
    .addOption(reporterOption("how the run is told; may be given several times"))
    .addOption(
      new Option(
        "--workers <n>",
        "how many run at a time; on an endpoint one, else as many as there are processors",
      ).argParser(readWorkers),
    )
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
