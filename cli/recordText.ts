import { byHand } from "../catalogue/byHand/byHand.ts";
import { componentsOf } from "../catalogue/components.ts";
import { fateText } from "../catalogue/fateText.ts";
import { policiesOf } from "../catalogue/policies.ts";
import { sinceText } from "../catalogue/sinceText.ts";
import type { ScenarioRecord } from "../catalogue/scenarioRecord.ts";
import type { ExplainedFate } from "../mutations/explainFates.ts";
import { nameOfResource } from "../mutations/nameOfResource.ts";
import { alignColumns } from "../reporters/text/alignColumns.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";

/** What is known of a scenario from running it, for people: what it deploys, the policies as deployed, what it notices. */
export function recordText(scenario: Scenario, record: ScenarioRecord, fates: readonly ExplainedFate[]): string[] {
  return [
    "",
    `Deployed (it takes about ${record.seconds} s)`,
    ...deployedLines(record),
    "",
    "Policies, as deployed",
    ...policyLines(scenario, record),
    "",
    "By hand, with the AWS CLI",
    ...byHand(scenario, record).map((line) => `    ${line}`),
    "",
    `Mistakes in it, and who notices (npx keylab run --mutate ${scenario.id})`,
    ...fates.flatMap((fate) => [`- ${fate.name}`, `    ${fateText(fate)}`]),
  ];
}

function deployedLines(record: ScenarioRecord): string[] {
  const components = componentsOf(record);
  const names = new Map(components.map(({ key, resource }) => [key, resource.name]));
  const rows = components.map(({ resource, parts, uses }) => [
    nameOfResource(resource),
    parts.map((part) => nameOfResource(part)).join(", "),
    uses.length === 0 ? "" : `uses ${uses.map((key) => names.get(key) ?? key).join(", ")}`,
  ]);
  return alignColumns(rows).map((line) => `- ${line}`);
}

function policyLines(scenario: Scenario, record: ScenarioRecord): string[] {
  return policiesOf(record).flatMap((policy) => [
    `- ${policy.name}${sinceText(scenario, policy)}`,
    ...policy.text.split("\n").map((line) => `    ${line}`),
  ]);
}
