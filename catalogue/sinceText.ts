import type { Scenario } from "../scenarios/contract/scenario.ts";
import { deployingPhases } from "./deployingPhases.ts";
import type { DeployedPolicyText } from "./policies.ts";

/** From which phase on a policy is so; empty where it is so from the start. */
export function sinceText(scenario: Scenario, { deployment }: DeployedPolicyText): string {
  const phase = deployingPhases(scenario)[deployment];
  return deployment === 0 || !phase ? "" : `, from "${phase.name}" on`;
}
