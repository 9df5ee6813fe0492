import type { AccessRequest, NamedPolicy } from "./accessRequest.ts";
import type { DecidingStatement } from "./decision.ts";
import { matchPrincipal, type PrincipalMatch } from "./matchPrincipal.ts";
import { isAbout } from "./matchStatement.ts";
import type { Statement } from "./policy.ts";

/** What the policies of one layer say of a request. */
export interface LayerOutcome {
  readonly deny?: DecidingStatement;
  /** An Allow, where the layer names no principals. */
  readonly allow?: DecidingStatement;
}

/** What a resource's policy says: an Allow counts differently, depending on how it names the caller. */
export interface ResourceOutcome {
  readonly deny?: DecidingStatement;
  readonly inPerson?: DecidingStatement;
  readonly asIssuer?: DecidingStatement;
  readonly throughTheAccount?: DecidingStatement;
}

/** The outcome of policies that belong to a principal, an account, or an endpoint. */
export function outcomeOf(policies: readonly NamedPolicy[], request: AccessRequest): LayerOutcome {
  return { deny: find(policies, request, "Deny"), allow: find(policies, request, "Allow") };
}

function find(
  policies: readonly NamedPolicy[],
  request: AccessRequest,
  effect: Statement["effect"],
): DecidingStatement | undefined {
  for (const { name, policy } of policies) {
    for (const statement of policy.about(request.action, effect)) {
      if (concerns(statement, request) && isAbout(statement, request)) return { policy: name, statement: statement.id };
    }
  }
  return undefined;
}

/** Policies of endpoints and resource control policies name principals, others leave them out: they concern everyone. */
function concerns(statement: Statement, request: AccessRequest): boolean {
  return statement.principals.length === 0 || matchPrincipal(statement, request) !== "not at all";
}

/** The outcome of a resource's policy. */
export function resourceOutcomeOf(policy: NamedPolicy | undefined, request: AccessRequest): ResourceOutcome {
  if (!policy) return {};
  const allowed = applying(policy, request, "Allow");
  return {
    deny: applying(policy, request, "Deny")[0]?.statement,
    inPerson: naming(allowed, "in person"),
    asIssuer: naming(allowed, "as issuer"),
    throughTheAccount: naming(allowed, "through the account"),
  };
}

/** A statement of a resource's policy, and how it names the caller. */
interface Applying {
  readonly match: PrincipalMatch;
  readonly statement: DecidingStatement;
}

/** The statements of an effect that name the caller and are about the request. */
function applying({ name, policy }: NamedPolicy, request: AccessRequest, effect: Statement["effect"]): Applying[] {
  const found: Applying[] = [];
  for (const statement of policy.about(request.action, effect)) {
    const match = matchPrincipal(statement, request);
    if (match !== "not at all" && isAbout(statement, request)) {
      found.push({ match, statement: { policy: name, statement: statement.id } });
    }
  }
  return found;
}

function naming(allowed: readonly Applying[], how: PrincipalMatch): DecidingStatement | undefined {
  return allowed.find(({ match }) => match === how)?.statement;
}
