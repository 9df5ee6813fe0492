import { Option, type Command } from "commander";
import type { Context } from "../context.ts";
import type { HistoryOptions } from "../history/history.ts";
import { readCount } from "../readCount.ts";

/** `keylab history`: what the last runs tell together. */
export function addHistory(program: Command, context: Context): void {
  program
    .command("history")
    .description("show the last runs, what is flaky among them, and how long it all took")
    .addOption(new Option("--last <n>", "how many runs").default(10).argParser(readCount(1)))
    .option("--json", "as JSON")
    .action(async (options: HistoryOptions) => {
      const { history } = await import("../history/history.ts");
      await history(options, context);
    });
}
