import type { Command } from "commander";
import { alignColumns } from "../../reporters/text/alignColumns.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { describeScenario } from "../describeScenario.ts";

/** `keylab list`: every scenario. */
export function addList(program: Command, context: Context): void {
  program
    .command("list")
    .description("list all scenarios")
    .option("--json", "as JSON, with all that is known of them")
    .action(async ({ json }: { json?: boolean }) => {
      const { scenarios } = await import("../../scenarios/index.ts");
      if (json) return print(context, JSON.stringify(scenarios.map(describeScenario), undefined, 2));
      const rows = scenarios.map(({ id, title, workshop }) => [id, title, workshop]);
      for (const line of alignColumns(rows)) print(context, line);
    });
}
