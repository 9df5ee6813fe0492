import { explainFates, staleAcceptances, type ExplainedFate, type Fates } from "../../mutations/explainFates.ts";
import type { Scenario } from "../../scenarios/contract/scenario.ts";

/** How many mistakes came to which end, in words. */
export function countsText(fates: readonly ExplainedFate[]): string {
  const count = (outcome: ExplainedFate["outcome"]) => fates.filter((fate) => fate.outcome === outcome).length;
  return [
    `${fates.length} mistakes: ${count("noticed")} noticed`,
    `${count("refused")} refused by AWS`,
    `${count("noticed elsewhere")} noticed by other scenarios`,
    `${count("accepted")} accepted`,
    `${count("unexplained")} survived`,
  ].join(", ");
}

/** What is wrong with a scenario: what it should notice, and what it accepts without need. A line each. */
export function mutationProblems(scenario: Scenario, fates: Fates): readonly string[] {
  const survived = explainFates(scenario, fates).filter(({ outcome }) => outcome === "unexplained");
  return [
    ...survived.map(({ name }) => `${scenario.id}: survived: ${name}`),
    ...staleAcceptances(scenario, fates).map((name) => `${scenario.id}: accepts what does not survive: ${name}`),
  ];
}
