import { costOf } from "../scenarios/contract/billed.ts";
import type { Expectation } from "../scenarios/contract/expectation.ts";
import type { Scenario } from "../scenarios/contract/scenario.ts";

/** A scenario as plain data, for JSON: all but the program that it deploys. */
export function describeScenario(scenario: Scenario) {
  const { id, title, lesson, workshop, billed, needs, limits, parameters } = scenario;
  return {
    id,
    title,
    lesson,
    workshop,
    cost: costOf(billed),
    needs,
    limits,
    parameters,
    principals: Object.fromEntries(Object.entries(scenario.principals).map(([name, { title }]) => [name, title])),
    phases: scenario.phases.map(describePhase),
  };
}

function describePhase({ name, set, waitMinutes, expect }: Scenario["phases"][number]) {
  return {
    name,
    set,
    waitMinutes,
    expect: expect.map((expectation) => ({
      principal: expectation.principal,
      operation: expectation.action.operation,
      attempt: expectation.action.attempt,
      outcome: describeOutcome(expectation),
    })),
  };
}

/** What an action yields is left out where it is secret, or where it depends on the run. */
function describeOutcome({ action, outcome }: Expectation) {
  if (outcome.kind !== "allowed") return outcome;
  const isShown = action.yieldsSecret !== true && typeof outcome.yields !== "function";
  return { kind: outcome.kind, yields: isShown ? outcome.yields : undefined };
}
