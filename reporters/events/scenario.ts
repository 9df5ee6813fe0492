import * as z from "zod";
import { at, milliseconds, scenarioId } from "./timed.ts";

/** The run of a scenario begins. Its events follow without those of other scenarios in between. */
export const scenarioStarted = z.object({
  type: z.literal("scenario started"),
  at,
  scenario: scenarioId,
  title: z.string(),
  lesson: z.string(),
  workshop: z.string().describe("workshop and steps; `none` if no workshop has it"),
  cost: z.string().describe("what it costs on real AWS, in words"),
  principals: z
    .array(z.object({ name: z.string(), title: z.string() }))
    .readonly()
    .describe("who acts, in the order of the scenario"),
  phases: z.array(z.string()).readonly().describe("the names of the phases that will run"),
  limits: z.array(z.string()).readonly().describe("what it does not show, or models differently from the workshop"),
  repetition: z.number().int().positive().describe("which of several wanted runs of the scenario this is, from 1"),
  attempt: z.number().int().positive().describe("from 1; beyond it, the one before did not pass and is tried again"),
});

export const teardownStarted = z.object({ type: z.literal("teardown started"), at, scenario: scenarioId });

/** Something that went wrong outside expectations. Secrets are removed. */
export const problem = z.object({
  stage: z
    .enum(["preparation", "deployment", "phase", "hook", "timeout", "destruction", "clean-up"])
    .describe("what was under way; a hook is what a phase does beside deploying: files, the clock"),
  phase: z.string().optional(),
  resource: z
    .string()
    .optional()
    .describe("what could not be brought about, as Pulumi names it: `aws:kms/key:Key key`"),
  message: z.string().describe("what was wrong; of AWS's answers, what AWS said; of bugs, with the stack trace"),
  nextStep: z.string().optional().describe("what to do about it"),
});

/** A key whose deletion is scheduled. */
export const pendingKey = z.object({
  arn: z.string(),
  deletionDate: z.iso
    .datetime()
    .optional()
    .describe("absent for a primary key with replicas: its time begins when the last of them is gone"),
  windowInDays: z.number(),
});

export const scenarioEnded = z.object({
  type: z.literal("scenario ended"),
  at,
  scenario: scenarioId,
  outcome: z
    .enum(["passed", "failed", "inconclusive", "interrupted", "skipped"])
    .describe("`skipped`: the target cannot carry the scenario; `problems` says why"),
  unsupported: z
    .boolean()
    .optional()
    .describe(
      "whether the endpoint was found not to have something that the scenario needs: `problems` has the first thing that it got wrong. " +
        "The outcome is `skipped`, unless something was decided wrongly before, or was left behind",
    ),
  triedAgain: z.boolean().describe("whether another attempt follows, which counts instead of this one"),
  problems: z.array(problem).readonly(),
  leftovers: z.array(z.string()).readonly().describe("what was left behind, by ARN or path; empty is the proof"),
  pendingKeys: z.array(pendingKey).readonly(),
  milliseconds,
});

export type ScenarioStarted = z.infer<typeof scenarioStarted>;
export type TeardownStarted = z.infer<typeof teardownStarted>;
export type Problem = z.infer<typeof problem>;
export type PendingKey = z.infer<typeof pendingKey>;
export type ScenarioEnded = z.infer<typeof scenarioEnded>;
