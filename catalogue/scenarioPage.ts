import type { ExplainedFate } from "../mutations/explainFates.ts";
import { costOf } from "../scenarios/contract/billed.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";
import { accessMatrix } from "./accessMatrix.ts";
import { byHand } from "./byHand/byHand.ts";
import { changesBefore } from "./changesBefore.ts";
import { diagram } from "./diagram.ts";
import { fateText } from "./fateText.ts";
import { markdownTable } from "../reporters/text/markdownTable.ts";
import { policiesOf } from "./policies.ts";
import type { ScenarioRecord } from "./scenarioRecord.ts";
import { sinceText } from "./sinceText.ts";

/** What a page is made of. */
export interface PageContents {
  readonly scenario: Scenario;
  readonly record: ScenarioRecord;
  /** What came of each mistake in what it deploys. */
  readonly fates: readonly ExplainedFate[];
}

/** The document of a scenario, in Markdown. */
export function scenarioPage({ scenario, record, fates }: PageContents): string {
  const { id, title, lesson } = scenario;
  return [
    `# ${title}`,
    "<!-- Generated from the scenario and its record (npm run generate:docs): do not edit. -->",
    lesson,
    `\`npx keylab run ${id}\` proves it. Source: [scenarios/${id}.ts](../../../scenarios/${id}.ts).`,
    factTable(scenario, record),
    "## What is deployed",
    `\`\`\`mermaid\n${diagram(record)}\n\`\`\``,
    "An arrow leads from what uses something to what it uses.",
    "## Who can do what",
    ...scenario.phases.flatMap((phase, index) => phaseSection(phase, index + 1)),
    "## Policies, as deployed",
    ...policySections(scenario, record),
    "## Try it by hand",
    "The commands of the AWS CLI for the first deployment, and for what is tried then.",
    `\`\`\`sh\n${byHand(scenario, record).join("\n")}\n\`\`\``,
    "## Mistakes that it notices",
    `Each of these ${fates.length} mistakes was made in what is deployed, alone. \`npx keylab run --mutate ${id}\` makes them again.`,
    markdownTable(
      ["Mistake", "Noticed by"],
      fates.map((fate) => [fate.name, fateText(fate)]),
    ),
  ].join("\n\n");
}

function factTable(scenario: Scenario, { seconds }: ScenarioRecord): string {
  const { workshop, billed, needs, limits, principals } = scenario;
  const rows = [
    ["Workshop", workshop],
    ["Takes", `about ${seconds} s on the embedded AWS`],
    ["Cost on AWS", costOf(billed)],
    ["Runs on", runsOn(needs)],
    ...Object.entries(principals).map(([name, source]) => [name, source.title]),
    ...limits.map((limit) => ["Limit", limit]),
  ];
  return markdownTable(["", ""], rows);
}

function runsOn(needs: Scenario["needs"]): string {
  if (needs.length === 0) return "every target";
  return `the embedded AWS; it is skipped on targets without ${needs.join(", ")}`;
}

function phaseSection(phase: Scenario["phases"][number], number: number): string[] {
  const before = changesBefore(phase, (text) => `\`${text}\``).join("; ");
  return [`### ${number}. ${phase.name}`, ...(before === "" ? [] : [`Before: ${before}.`]), accessMatrix(phase)];
}

function policySections(scenario: Scenario, record: ScenarioRecord): string[] {
  const policies = policiesOf(record);
  if (policies.length === 0) return ["It deploys none of its own."];
  return policies.flatMap((policy) => [
    `**${policy.name}**${sinceText(scenario, policy)}:`,
    `\`\`\`json\n${policy.text}\n\`\`\``,
  ]);
}
