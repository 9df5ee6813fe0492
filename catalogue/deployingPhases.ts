import type { Scenario } from "../scenarios/contract/scenario.ts";

/** The phases that deploy something, in the order of the deployments: the first, and those that set parameters. */
export function deployingPhases({ phases }: Scenario): Scenario["phases"] {
  return phases.filter(({ set }, index) => index === 0 || set !== undefined);
}
