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
  readonly asRole?: DecidingStatement;
  readonly throughTheAccount?: DecidingStatement;
}

/** The outcome of policies that belong to a principal, an account, or an endpoint. */
export function outcomeOf(policies: readonly NamedPolicy[], request: AccessRequest): LayerOutcome {
  return {
    deny: find(policies, request, "Deny", () => true),
    allow: find(policies, request, "Allow", () => true),
  };
}

/** The outcome of a resource's policy. */
export function resourceOutcomeOf(policy: NamedPolicy | undefined, request: AccessRequest): ResourceOutcome {
  if (!policy) return {};
  const named = (statement: Statement) => matchPrincipal(statement, request.principal);
  const allowed = (how: PrincipalMatch) => find([policy], request, "Allow", (statement) => named(statement) === how);
  return {
    deny: find([policy], request, "Deny", (statement) => named(statement) !== "not at all"),
    inPerson: allowed("in person"),
    asRole: allowed("as role"),
    throughTheAccount: allowed("through the account"),
  };
}

function find(
  policies: readonly NamedPolicy[],
  request: AccessRequest,
  effect: Statement["effect"],
  names: (statement: Statement) => boolean,
): DecidingStatement | undefined {
  for (const { name, policy } of policies) {
    const found = policy
      .about(request.action, effect)
      .find((statement) => names(statement) && isAbout(statement, request));
    if (found) return { policy: name, statement: found.id };
  }
  return undefined;
}
