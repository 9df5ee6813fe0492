import type { Expectation } from "../scenarios/contract/expectation.ts";
import type { Session } from "../scenarios/contract/session.ts";
import type { HandedOver } from "./deployment.ts";
import type { Observation } from "./judge.ts";
import { refusesByStatus } from "./isLacking.ts";
import { readRefusal, type Refusal } from "./readRefusal.ts";
import { unsupportedAttempt } from "./unsupported.ts";
import type { DecisionRecord, Explanation, TargetSession } from "./target.ts";

/**
 * Tries the action of an expectation once, as the principal of the session, and asks the target what it decided. Throws an
 * Unsupported where the target does not have the operation.
 */
export async function attempt(
  { action, outcome }: Expectation,
  deployed: HandedOver,
  session: Session,
  target: TargetSession,
): Promise<Observation> {
  try {
    const { requestId, yielded } = await action.perform(deployed, session);
    const decisions = await decisionsOf(target, requestId);
    return { kind: "allowed", yielded, isSecret: action.yieldsSecret ?? false, decisions };
  } catch (error) {
    const code = outcome.kind === "error" ? outcome.code : undefined;
    const unsupported = target.failedCalls && unsupportedAttempt(action.operation, error, code);
    if (unsupported) throw unsupported;
    const refusal = target.failedCalls && refusesByStatus(error) ? statusRefusal : readRefusal(error);
    if (refusal) {
      const decisions = await decisionsOf(target, refusal.requestId);
      return { kind: "refused", refusal, decisions, explanation: await explanationOf(target, refusal) };
    }
    if (error instanceof Error) return { kind: "broken", message: `${error.name}: ${error.message}` };
    throw error;
  }
}

/** A refusal that nobody can read: it names no action. */
const statusRefusal: Refusal = { code: "HTTP 403", message: "an answer that is not in AWS's form", denial: {} };

async function decisionsOf(
  target: TargetSession,
  requestId: string | undefined,
): Promise<readonly DecisionRecord[] | undefined> {
  return requestId === undefined ? undefined : target.decisionsOf?.(requestId);
}

/** Why it was denied; nothing where it failed for another reason, or the target does not explain. */
async function explanationOf(target: TargetSession, { denial, requestId }: Refusal): Promise<Explanation | undefined> {
  if (!denial || requestId === undefined) return undefined;
  const explanations = await target.explanationsOf?.(requestId);
  return explanations?.find(({ decision }) => decision.result !== "Allowed");
}
