import type { Command } from "commander";
import type { Context } from "../context.ts";
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
    .action(async (ids: string[], options: RunCommandOptions) => {
      const { run } = await import("../run/run.ts");
      await run(ids, options, context);
    });
}
