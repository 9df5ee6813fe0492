import { Option, type Command } from "commander";
import type { Context } from "../context.ts";
import { readPort } from "../readPort.ts";

/** Next to that of the embedded AWS. */
const defaultPort = 4567;

/** `keylab report …`: the reports of runs in a browser. */
export function addReport(program: Command, context: Context): void {
  const report = program.command("report").description("the reports of runs, in a browser").helpCommand(false);
  report
    .command("open")
    .description("open the report of a run, and print its path")
    .argument("[run]", "which one; the last if none is named")
    .action(async (run: string | undefined) => {
      const { openReport } = await import("../report/openReport.ts");
      await openReport(run, context);
    });
  report
    .command("serve")
    .description("serve the reports of all runs to this machine until Ctrl-C")
    .argument("[run]", "whose report to point to; none if none is named")
    .addOption(
      new Option("--port <number>", "port to listen on; 0 takes a free one").default(defaultPort).argParser(readPort),
    )
    .action(async (run: string | undefined, options: { port: number }) => {
      const { serveReports } = await import("../report/serveReports.ts");
      await serveReports(run, options, context);
    });
}
