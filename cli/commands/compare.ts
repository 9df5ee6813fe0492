import type { Command } from "commander";
import type { CompareOptions } from "../compare/compare.ts";
import type { Context } from "../context.ts";
import { accessKeyOptions } from "./accessKeyOptions.ts";
import { selectingOptions } from "./selectingOptions.ts";

/** `keylab compare`: who decides like AWS. */
export function addCompare(program: Command, context: Context): void {
  const compare = program
    .command("compare")
    .description("run the same scenarios at several endpoints, and show who decides like AWS")
    .argument("<place...>", 'URLs of AWS endpoints; "local", the embedded AWS, for reference')
    .option("--scenario <id...>", "only these scenarios")
    .option("--json [file]", "as JSON to a file, beside the table; to the standard output, instead of it, without one")
    .option("--yes", "do not ask before creating resources on an AWS that is not on this machine")
    .action(async (places: string[], options: CompareOptions) => {
      const { compare } = await import("../compare/compare.ts");
      await compare(places, options, context);
    });
  for (const option of [...selectingOptions(), ...accessKeyOptions()]) compare.addOption(option);
}
