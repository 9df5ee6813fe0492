import * as z from "zod";
import { expectationChecked } from "./events/expectation.ts";
import { phaseAudited, phaseDeployed, phaseEnded, phaseStarted } from "./events/phase.ts";
import { runEnded, runStarted } from "./events/run.ts";
import { scenarioEnded, scenarioStarted, teardownStarted } from "./events/scenario.ts";

export { schemaVersion } from "./events/run.ts";
export type { RunEnded, RunStarted, RunSummary, TargetDescription } from "./events/run.ts";
export type { PendingKey, Problem, ScenarioEnded, ScenarioStarted, TeardownStarted } from "./events/scenario.ts";
export type {
  AuditedEvent,
  DeployedPolicy,
  PhaseAudited,
  PhaseDeployed,
  PhaseEnded,
  PhaseStarted,
} from "./events/phase.ts";
export type { ExpectationChecked, Verdict } from "./events/expectation.ts";

/**
 * What a run tells: one event after the other, as plain data. The terminal, the JSON file and every other reporter read
 * these and nothing else. No event carries a secret.
 */
export const runEvent = z.discriminatedUnion("type", [
  runStarted,
  scenarioStarted,
  phaseStarted,
  phaseDeployed,
  expectationChecked,
  phaseAudited,
  phaseEnded,
  teardownStarted,
  scenarioEnded,
  runEnded,
]);

export type RunEvent = z.infer<typeof runEvent>;
