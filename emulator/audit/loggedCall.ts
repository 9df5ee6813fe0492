import type { LoggedCall, UncountedCall } from "./callLog.ts";
import type { CallOutcome } from "./callOutcome.ts";
import type { EndedCall } from "./record.ts";

/** A call that has ended, as it is told to people. */
export function loggedCall({ operation, context, access, outcome }: EndedCall): UncountedCall {
  const { caller, accountId, region, origin, now, wireRequestId } = context;
  const denial = "denied" in outcome ? context.instance.decisions.latestOf(wireRequestId) : undefined;
  const needed = access.map(({ action, resource }) => ({ action, resource: resource.arn }));
  return {
    at: now,
    principal: caller.arn,
    accountId,
    region,
    service: operation.service,
    operation: operation.name,
    needed: denial ? deniedFirst(needed, denial) : needed,
    via: origin.viaService,
    outcome: outcomeOf(outcome, denial),
    requestId: wireRequestId,
  };
}

function deniedFirst(needed: LoggedCall["needed"], denial: LoggedCall["needed"][number]): LoggedCall["needed"] {
  const isDenied = ({ action, resource }: LoggedCall["needed"][number]) =>
    action === denial.action && resource === denial.resource;
  return [...needed.filter(isDenied), ...needed.filter((one) => !isDenied(one))];
}

const succeeded: CallOutcome = { result: "succeeded" };

function outcomeOf(
  outcome: EndedCall["outcome"],
  denial: { readonly layer: string; readonly action: string; readonly result: string } | undefined,
): CallOutcome {
  if ("denied" in outcome) {
    const explicit = denial?.result === "ExplicitlyDenied";
    const { layer, action } = denial ?? {};
    return { result: "denied", layer, action, explicit, message: outcome.denied.message };
  }
  if ("failed" in outcome) return { result: "failed", code: outcome.failed.code, message: outcome.failed.message };
  return succeeded;
}
