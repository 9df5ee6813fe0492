import * as z from "zod";
import { at, milliseconds, scenarioId } from "./timed.ts";

/** The version of this schema. A field that is added leaves it as it is; one that changes or goes raises it. */
export const schemaVersion = 1;

/** What a run is told of its target. */
export const targetDescription = z.object({
  name: z.string().describe("`local`, or the endpoint's URL"),
  summary: z.string().describe("one sentence: what it is, and whether it enforces"),
  statesLayer: z.boolean().describe("whether it states which layer decided"),
});

export const runStarted = z.object({
  type: z.literal("run started"),
  at,
  schemaVersion: z.literal(schemaVersion),
  runId: z.string(),
  target: targetDescription,
  versions: z.record(z.string(), z.string()).describe("of `keylab`, `node`, `pulumi` and `@pulumi/aws`"),
  workers: z.number().int().positive().describe("how many scenarios run at a time"),
  selected: z.array(scenarioId).readonly().describe("what was chosen, in the order of the list, before any sharding"),
  scenarios: z.array(scenarioId).readonly().describe("what this run runs, in its order"),
  shard: z
    .object({ index: z.number().int().positive(), of: z.number().int().positive() })
    .optional()
    .describe("which part of the selection this run is; absent: all of it"),
  seed: z.number().int().optional().describe("what the order was drawn with; absent: the order of the list"),
});

export const runSummary = z.object({
  passed: z
    .number()
    .int()
    .describe(
      "expectations; those of attempts that were tried again, and of scenarios that are unsupported there, are not counted",
    ),
  failed: z.number().int().describe("expectations"),
  inconclusive: z.number().int().describe("expectations"),
  leftovers: z.number().int().describe("things that were left behind, by any attempt"),
  broken: z.number().int().describe("scenarios that broke outside their expectations"),
  skipped: z.number().int().describe("scenarios that the target cannot carry"),
  unsupported: z
    .number()
    .int()
    .optional()
    .describe("those of the skipped that were begun, and found to be unsupported there; absent: none"),
  flaky: z.number().int().describe("scenarios that passed when they were tried again"),
  notRun: z.number().int().describe("scenarios whose turn did not come: after `--bail`, or an interruption"),
  interrupted: z.boolean(),
});

export const runEnded = z.object({ type: z.literal("run ended"), at, summary: runSummary, milliseconds });

export type TargetDescription = z.infer<typeof targetDescription>;
export type RunStarted = z.infer<typeof runStarted>;
export type RunSummary = z.infer<typeof runSummary>;
export type RunEnded = z.infer<typeof runEnded>;
