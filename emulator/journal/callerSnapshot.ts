import type { NamedPolicy } from "../authorization/accessRequest.ts";
import { parsePolicy, type PolicyKind } from "../authorization/policy.ts";
import type { Principal } from "../principal.ts";

interface PolicySnapshot {
  readonly name: string;
  readonly kind: PolicyKind;
  readonly text: string;
}

/** Whoever made a call, as it is kept: session policies as they were written. */
export interface CallerSnapshot {
  readonly principal: Principal;
  readonly sessionPolicies?: readonly PolicySnapshot[];
}

export function snapshotOf(caller: Principal): CallerSnapshot {
  if (!("sessionPolicies" in caller) || caller.sessionPolicies === undefined) return { principal: caller };
  const sessionPolicies = caller.sessionPolicies.map(({ name, policy: { kind, text } }) => ({ name, kind, text }));
  return { principal: { ...caller, sessionPolicies: [] }, sessionPolicies };
}

/** The caller that {@link snapshotOf} took. */
export function callerOf({ principal, sessionPolicies }: CallerSnapshot): Principal {
  if (sessionPolicies === undefined || !("sessionPolicies" in principal)) return principal;
  return { ...principal, sessionPolicies: sessionPolicies.map(read) };
}

function read({ name, kind, text }: PolicySnapshot): NamedPolicy {
  return { name, policy: parsePolicy(text, kind) };
}
