import type { Scenario } from "../../scenarios/contract/scenario.ts";
import type { ScenarioRecord } from "../scenarioRecord.ts";
import { attemptLines } from "./attemptLines.ts";
import { principalLines } from "./principalLines.ts";
import { setUp } from "./setUp.ts";

/**
 * How somebody does at a shell what a scenario does, as lines for bash and zsh: an embedded AWS, the first deployment by the
 * AWS CLI, who acts, what they try and what must come of it, and the way back. Throws an Error if something cannot be made by hand.
 */
export function byHand(scenario: Scenario, record: ScenarioRecord): readonly string[] {
  const quotas = scenario.needs.includes("request quotas") ? " --request-quotas" : "";
  return [
    "# In a terminal of its own:",
    `npx keylab aws start${quotas}`,
    "",
    "# In another one, in the same folder:",
    'eval "$(npx keylab aws env)"',
    "",
    ...setUp(record),
    "",
    "# Who acts. A command of the AWS CLI is theirs with the same --profile; without one, it is the administrator's.",
    ...principalLines(scenario, record),
    "",
    "# What they can do, and what they cannot, where the command has to fail:",
    ...attemptLines(scenario, record),
    "",
    "# Back to an embedded AWS without all of it:",
    "npx keylab aws reset",
    'rm -r "$FOLDER"',
    "unset AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE",
  ];
}
