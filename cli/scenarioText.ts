import { changesBefore } from "../catalogue/changesBefore.ts";
import { expectationText } from "../catalogue/expectationText.ts";
import { alignColumns } from "../reporters/text/alignColumns.ts";
import { costOf } from "../scenarios/contract/billed.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";

/** A scenario for people: what it teaches, who acts, and phase by phase who can do what. */
export function scenarioText(scenario: Scenario): string[] {
  const { id, title, lesson, workshop, billed, needs, limits, principals, phases } = scenario;
  const facts = [
    ["Workshop", workshop],
    ["Cost", costOf(billed)],
    ...(needs.length === 0 ? [] : [["Needs", needs.join(", ")]]),
    ...Object.entries(principals).map(([name, source], index) => [
      index === 0 ? "Principals" : "",
      `${name}: ${source.title}`,
    ]),
  ];
  return [
    id,
    title,
    "",
    lesson,
    "",
    ...alignColumns(facts),
    ...phases.flatMap((phase, index) => ["", ...phaseText(phase, index + 1)]),
    ...(limits.length === 0 ? [] : ["", "Limits", ...limits.map((limit) => `- ${limit}`)]),
  ];
}

function phaseText(phase: Scenario["phases"][number], number: number): string[] {
  return [
    `${number}. ${phase.name}`,
    ...changesBefore(phase, (text) => text).map((change) => `   (${change})`),
    ...alignColumns(phase.expect.map(expectationText)).map((line) => `   ${line}`),
  ];
}
