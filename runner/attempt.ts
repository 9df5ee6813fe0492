import type { Expectation } from "../scenarios/contract/expectation.ts";
import type { Session } from "../scenarios/contract/session.ts";
import type { HandedOver } from "./deployment.ts";
import type { Observation } from "./judge.ts";
import { readRefusal } from "./readRefusal.ts";
import type { DecisionRecord, TargetSession } from "./target.ts";

/** Tries the action of an expectation once, as the principal of the session, and asks the target what it decided. */
export async function attempt(
  { action }: Expectation,
  deployed: HandedOver,
  session: Session,
  target: TargetSession,
): Promise<Observation> {
  try {
    const { requestId, yielded } = await action.perform(deployed, session);
    const decisions = await decisionsOf(target, requestId);
    return { kind: "allowed", yielded, isSecret: action.yieldsSecret ?? false, decisions };
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal) return { kind: "refused", refusal, decisions: await decisionsOf(target, refusal.requestId) };
    if (error instanceof Error) return { kind: "broken", message: `${error.name}: ${error.message}` };
    throw error;
  }
}

async function decisionsOf(
  target: TargetSession,
  requestId: string | undefined,
): Promise<readonly DecisionRecord[] | undefined> {
  return requestId === undefined ? undefined : target.decisionsOf?.(requestId);
}
