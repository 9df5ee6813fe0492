import type { Command } from "commander";
import { chooseScenarios } from "../select/chooseScenarios.ts";
import { explainFates } from "../../mutations/explainFates.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { describeScenario } from "../describeScenario.ts";
import { scenarioText } from "../scenarioText.ts";

/** `keylab show <id>`: one scenario in full. */
export function addShow(program: Command, context: Context): void {
  program
    .command("show")
    .description("show one scenario: what it teaches, who acts, who can do what")
    .argument("<id>", "as in the list")
    .option("--json", "as JSON")
    .action(async (id: string, { json }: { json?: boolean }) => {
      const { scenarios } = await import("../../scenarios/index.ts");
      const { readRecord } = await import("../../catalogue/scenarioRecord.ts");
      const { recordText } = await import("../recordText.ts");
      const { recordedFates } = await import("../../catalogue/recordedFates.ts");
      for (const scenario of chooseScenarios(scenarios, [id])) {
        if (json) {
          print(context, JSON.stringify(describeScenario(scenario), undefined, 2));
          continue;
        }
        const fates = explainFates(scenario, recordedFates(scenarios));
        for (const line of [...scenarioText(scenario), ...recordText(scenario, readRecord(scenario.id), fates)]) {
          print(context, line);
        }
      }
    });
}
