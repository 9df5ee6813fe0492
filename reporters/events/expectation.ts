import * as z from "zod";
import { explanation, statementName } from "./explanation.ts";
import { at, milliseconds, scenarioId } from "./timed.ts";

/** `inconclusive`: no answer that counts came, or the answers did not settle (throttling, network, a validation error …). */
export const verdict = z.enum(["passed", "failed", "inconclusive"]);

/** What came of an attempt. `error`: an error that is no denial. */
const outcome = z.enum(["allowed", "denied", "error"]);

export const expectationChecked = z.object({
  type: z.literal("expectation checked"),
  at,
  scenario: scenarioId,
  phase: z.string(),
  principal: z.string().describe("its name in the scenario"),
  operation: z.string().describe("what was tried: `dynamodb:GetItem`"),
  attempt: z.string().describe("the same with its target: `GetItem table id=1`"),
  expected: outcome,
  observed: outcome,
  layer: z.string().optional().describe("the layer that decided; absent where the target does not state it"),
  decidedBy: z
    .object({
      policy: z.string().describe("its name or ARN, or the id of the grant"),
      statement: statementName,
      resource: z.string().describe("ARN of what was asked for"),
    })
    .optional()
    .describe("the statement that decided; absent for an implicit denial, and where the target does not state it"),
  deniedAction: z
    .string()
    .optional()
    .describe("the action that was denied, `kms:Decrypt`, where the answer or the target states it"),
  verdict,
  reason: z.string().optional().describe("why the verdict is not `passed`: one sentence"),
  error: z
    .object({ code: z.string(), message: z.string(), requestId: z.string().optional() })
    .optional()
    .describe("the answer of AWS, where it was an error"),
  explanation: explanation.optional().describe("why it was denied, and what would flip it, where the target explains"),
  tries: z.number().int().positive().describe("how often it was tried until the answers had settled"),
  convergenceMilliseconds: milliseconds
    .optional()
    .describe("until the first of the answers that counted; absent where the first did, or nothing settled"),
  milliseconds,
});

export type Verdict = z.infer<typeof verdict>;
export type ExpectationChecked = z.infer<typeof expectationChecked>;
