import * as z from "zod";
import { at, milliseconds, scenarioId } from "./timed.ts";

const inPhase = { at, scenario: scenarioId, phase: z.string() };

export const phaseStarted = z.object({ type: z.literal("phase started"), ...inPhase });

/** A policy as it was deployed. */
export const deployedPolicy = z.object({
  resource: z.string().describe("what brought it about, as Pulumi names it: `aws:kms/key:Key key`"),
  arn: z.string().optional().describe("of the resource or identity that has it"),
  layer: z.string().describe("`key policy`, `identity policy`, `resource policy`, `trust policy`, …"),
  policy: z.string().describe("its name, as explanations of decisions name it"),
  document: z.string().optional().describe("JSON; absent for a managed policy that is attached: `policy` is its ARN"),
});

/** The engine has brought the phase's resources about. */
export const phaseDeployed = z.object({
  type: z.literal("phase deployed"),
  ...inPhase,
  changes: z
    .record(z.string(), z.number())
    .readonly()
    .describe("how many resources the engine created, updated, replaced, deleted or left as they were"),
  policies: z.array(deployedPolicy).readonly().optional().describe("all that stand after it"),
  milliseconds,
});

/** An event of CloudTrail. */
export const auditedEvent = z.object({
  at,
  eventSource: z.string().describe("`kms.amazonaws.com`"),
  eventName: z.string(),
  caller: z.string().describe("the ARN of whoever called, or the service that did"),
  invokedBy: z.string().optional().describe("the service through which they called"),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  resources: z.array(z.string()).readonly().describe("ARNs"),
  requestId: z.string().optional(),
});

/** What CloudTrail recorded of a phase, where the target tells at once. */
export const phaseAudited = z.object({
  type: z.literal("phase audited"),
  ...inPhase,
  events: z.array(auditedEvent).readonly(),
});

export const phaseEnded = z.object({ type: z.literal("phase ended"), ...inPhase, milliseconds });

export type PhaseStarted = z.infer<typeof phaseStarted>;
export type DeployedPolicy = z.infer<typeof deployedPolicy>;
export type PhaseDeployed = z.infer<typeof phaseDeployed>;
export type AuditedEvent = z.infer<typeof auditedEvent>;
export type PhaseAudited = z.infer<typeof phaseAudited>;
export type PhaseEnded = z.infer<typeof phaseEnded>;
