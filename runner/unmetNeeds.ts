import type { Need, Scenario } from "../scenarios/contract/scenario.ts";
import type { Target } from "./target.ts";

/** What can be waited for where there is no clock to move, in minutes: longer than DynamoDB keeps a key. */
const longestWait = 10;

/** What a scenario needs and the target does not have. Short times pass by themselves. */
export function unmetNeeds({ needs, phases }: Scenario, { abilities }: Pick<Target, "abilities">): readonly Need[] {
  const minutes = phases.reduce((sum, { waitMinutes = 0 }) => sum + waitMinutes, 0);
  return needs.filter((need) => !abilities.has(need) && (need !== "clock" || minutes > longestWait));
}
