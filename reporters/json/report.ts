import * as z from "zod";
import { expectationChecked } from "../events/expectation.ts";
import { phaseAudited, phaseDeployed } from "../events/phase.ts";
import { runStarted, runSummary, schemaVersion } from "../events/run.ts";
import { scenarioEnded, scenarioStarted } from "../events/scenario.ts";
import { at, milliseconds } from "../events/timed.ts";

const phase = z.object({
  name: z.string(),
  startedAt: at.nullable(),
  changes: phaseDeployed.shape.changes.nullable().describe("null: nothing was deployed"),
  deploymentMilliseconds: milliseconds.nullable(),
  policies: phaseDeployed.shape.policies,
  expectations: z.array(expectationChecked.omit({ type: true, scenario: true, phase: true })).readonly(),
  audited: phaseAudited.shape.events.optional().describe("what CloudTrail recorded, where the target tells at once"),
  milliseconds: milliseconds.nullable(),
});

const scenario = scenarioStarted.omit({ type: true, at: true, phases: true }).extend({
  startedAt: at,
  outcome: scenarioEnded.shape.outcome.nullable(),
  unsupported: scenarioEnded.shape.unsupported,
  triedAgain: scenarioEnded.shape.triedAgain,
  phases: z.array(phase).readonly(),
  problems: scenarioEnded.shape.problems,
  leftovers: scenarioEnded.shape.leftovers,
  pendingKeys: scenarioEnded.shape.pendingKeys,
  milliseconds: milliseconds.nullable(),
});

/** A run as one JSON document. What did not happen, because the run was cut short, is null. No secret is in it. */
export const report = z.object({
  schemaVersion: z.literal(schemaVersion),
  run: runStarted.omit({ type: true, at: true, schemaVersion: true }).extend({
    startedAt: at,
    endedAt: at.nullable(),
    milliseconds: milliseconds.nullable(),
  }),
  scenarios: z
    .array(scenario)
    .readonly()
    .describe("every attempt of every scenario that was begun, in the order in which they are told"),
  summary: runSummary.nullable(),
});

export type Report = z.infer<typeof report>;
