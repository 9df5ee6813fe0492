import type { Principal } from "../principal.ts";
import type { AccessRequest } from "./accessRequest.ts";
import type { ConditionContext } from "./conditions/conditionContext.ts";
import { matchesPattern } from "./matchesPattern.ts";
import type { Condition, Patterns, StatedPrincipal, Statement } from "./policy.ts";

/** How a statement's principals name the caller: in person, through the caller's account, or not at all. */
export type PrincipalMatch = "in person" | "through the account" | "not at all";

/** Whether a statement is about this action on this resource under these conditions. The principal is not looked at. */
export function isAbout(statement: Statement, request: AccessRequest): boolean {
  return (
    matchesAny(statement.actions, request.action.toLowerCase()) &&
    matchesAny(statement.resources, request.resource.arn) &&
    statement.conditions.every((condition) => isMet(condition, request.context))
  );
}

/** Whether and how a statement of a resource's policy names the caller. */
export function principalMatch(statement: Statement, principal: Principal): PrincipalMatch {
  const matches = new Set(statement.principals.map((stated) => matchOne(stated, principal)));
  if (matches.has("in person")) return "in person";
  return matches.has("through the account") ? "through the account" : "not at all";
}

function matchOne(stated: StatedPrincipal, principal: Principal): PrincipalMatch {
  switch (stated.kind) {
    case "everyone":
      return "in person";
    case "service":
      return principal.kind === "service" && principal.invokedBy === stated.service ? "in person" : "not at all";
    case "account":
      if (principal.kind === "service" || principal.accountId !== stated.accountId) return "not at all";
      return principal.kind === "root" ? "in person" : "through the account";
    case "arn":
      return isNamed(stated, principal) ? "in person" : "not at all";
  }
}

/** A user or role is recognised by its unique id: a namesake made later is somebody else. */
function isNamed(stated: { arn: string; uniqueId?: string }, principal: Principal): boolean {
  if (principal.kind === "user") return stated.uniqueId === principal.principalId;
  if (principal.kind === "role session") return stated.uniqueId === principal.roleId || stated.arn === principal.arn;
  return false;
}

function matchesAny({ patterns, negated }: Patterns, value: string): boolean {
  const matched = patterns.some((pattern) => matchesPattern(pattern, value));
  return negated ? !matched : matched;
}

/** A missing key matches no positive operator. Source: IAM User Guide, "Condition operators". */
function isMet({ operator, key, values }: Condition, context: ConditionContext): boolean {
  const requested = context.get(key) ?? [];
  return requested.some((value) => values.some((stated) => operator.matches(value, stated)));
}
