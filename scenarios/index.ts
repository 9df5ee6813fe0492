import type { Scenario } from "./contract/scenario.ts";
import transparentEncryption from "./dynamodb/transparent-encryption.ts";
import teamTaskHub from "./secretsmanager/team-task-hub.ts";

/** Every scenario, in the order in which they are listed and run. */
export const scenarios: readonly Scenario[] = [transparentEncryption, teamTaskHub];
