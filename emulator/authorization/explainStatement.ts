import type { AccessRequest, GrantFact } from "./accessRequest.ts";
import type { ExplainedCondition, ExplainedGrant, ExplainedPatterns, ExplainedStatement } from "./explanation.ts";
import { grantAllows, includesOperation, isGrantee, meetsConstraints } from "./matchGrant.ts";
import { matchPrincipal } from "./matchPrincipal.ts";
import { checkCondition, isAbout, matchesAction, matchesResource } from "./matchStatement.ts";
import type { Condition, Patterns, Statement } from "./policy.ts";
import { substitute, unliteralText } from "./policyVariables.ts";

/** Asks a statement every question that deciding asks; after the caller only where it names principals. */
export function explainStatement(policy: string, statement: Statement, request: AccessRequest): ExplainedStatement {
  const principal = statement.principals.length > 0 ? matchPrincipal(statement, request) : undefined;
  return {
    policy,
    statement: statement.id,
    effect: statement.effect,
    applies: principal !== "not at all" && isAbout(statement, request),
    ...(principal && { principal }),
    action: explainPatterns(statement.actions, matchesAction(statement, request), request),
    resource: explainPatterns(statement.resources, matchesResource(statement, request), request),
    conditions: statement.conditions.map((condition) => explainCondition(condition, request)),
  };
}

function explainPatterns({ patterns, negated }: Patterns, matched: boolean, request: AccessRequest): ExplainedPatterns {
  return { matched, negated, patterns: patterns.map((pattern) => resolved(pattern, request)) };
}

function explainCondition(condition: Condition, request: AccessRequest): ExplainedCondition {
  const { met, requested } = checkCondition(condition, request);
  const { operator, quantifier, ifExists, key, values } = condition;
  const prefix = quantifier === undefined ? "" : quantifier === "all" ? "ForAllValues:" : "ForAnyValue:";
  return {
    operator: `${prefix}${operator.name}${ifExists ? "IfExists" : ""}`,
    key,
    stated: values.map((value) => resolved(value, request)),
    requested: requested ?? null,
    met,
  };
}

/** A text with its variables replaced; one that has no value stays as it was written. */
function resolved(text: string, { context }: AccessRequest): string {
  const value = substitute(text, context);
  return value === undefined ? text : unliteralText(value);
}

/** Asks a grant every question that deciding asks. */
export function explainGrant(grant: GrantFact, request: AccessRequest): ExplainedGrant {
  const { grantId, granteePrincipal, operations } = grant;
  return {
    grantId,
    granteePrincipal,
    operations: [...operations],
    allows: grantAllows(grant, request),
    granteeMatched: isGrantee(grant, request),
    operationMatched: includesOperation(grant, request),
    constraintsMet: meetsConstraints(grant, request),
  };
}
