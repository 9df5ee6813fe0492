import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { MergeOptions } from "../merge/merge.ts";
import { reporterOption } from "./reporterOption.ts";

/** `keylab merge`: the shards of a run as one. */
export function addMerge(program: Command, context: Context): void {
  program
    .command("merge")
    .description("tell the shards of a run as one run, and fail if one is missing, incomplete or not as expected")
    .argument("<folder...>", "folders of runs, or folders that hold some")
    .addOption(reporterOption("how the merged run is told; may be given several times (default: its summary)"))
    .option("--output <folder>", "keep the merged run in a new folder, with all reports")
    .action(async (folders: string[], options: MergeOptions) => {
      const { merge } = await import("../merge/merge.ts");
      await merge(folders, options, context);
    });
}
