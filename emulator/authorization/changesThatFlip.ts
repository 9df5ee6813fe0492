import { speaksForRoot, type Principal } from "../principal.ts";
import type { AccessRequest } from "./accessRequest.ts";
import { combine } from "./decide.ts";
import type { DecidingStatement } from "./decision.ts";
import type { Change, ExplainedLayer } from "./explanation.ts";
import type { Layer } from "./layer.ts";
import { resourceLayer, type Outcomes } from "./outcomes.ts";

/** Something that could be changed: what it is called, and what the layers would say then. */
interface Edit {
  readonly changes: readonly Change[];
  apply(outcomes: Outcomes): Outcomes;
}

/** Stands for the statement that is to be added. */
const added: DecidingStatement = { policy: "added", statement: 0 };

/**
 * The fewest changes that turn a denial into an Allow: the decision is asked for again with layers that no longer deny, then
 * with layers that allow. First goes what nothing can replace: every Deny, and every limit from outside the account.
 */
export function changesThatFlip(
  outcomes: Outcomes,
  request: AccessRequest,
  layers: readonly ExplainedLayer[],
): readonly Change[] {
  const changes: Change[] = [];
  let current = outcomes;
  for (const edit of inevitable(request, layers)) {
    if (isAllowed(current, request)) return changes;
    if (edit.changes.length === 0) continue;
    current = edit.apply(current);
    changes.push(...edit.changes);
  }
  const additions = smallest(additionsTo(outcomes, request), current, request);
  return additions ? [...changes, ...additions.flatMap((edit) => edit.changes)] : [];
}

function isAllowed(outcomes: Outcomes, request: AccessRequest): boolean {
  return combine(outcomes, request).result === "Allowed";
}

/** Every Deny that applies, and every control or endpoint policy that does not allow. */
function inevitable(request: AccessRequest, layers: readonly ExplainedLayer[]): readonly Edit[] {
  const outer: readonly Layer[] = ["resource control policy", "service control policy", "endpoint policy"];
  return [
    { changes: layers.flatMap((layer) => denials(layer, request)), apply: withoutDenials },
    {
      changes: layers
        .filter(({ layer, says, statements }) => outer.includes(layer) && says !== "is absent" && !allows(statements))
        .map(({ layer, level }) => ({ ...addition(layer, request), ...(level !== undefined && { level }) })),
      apply: withOuterAllows,
    },
  ];
}

function allows(statements: ExplainedLayer["statements"]): boolean {
  return statements.some(({ effect, applies }) => effect === "Allow" && applies);
}

function denials({ layer, level, statements }: ExplainedLayer, request: AccessRequest): Change[] {
  return statements
    .filter(({ effect, applies }) => effect === "Deny" && applies)
    .map(({ policy, statement }) => ({
      change: "remove or narrow the Deny",
      layer,
      ...(level !== undefined && { level }),
      action: request.action,
      resource: request.resource.arn,
      policy,
      statement,
    }));
}

function withoutDenials(outcomes: Outcomes): Outcomes {
  const { resourceControl, serviceControl, resource, identity, boundary, session, endpoint } = outcomes;
  const lifted = { deny: undefined };
  return {
    ...outcomes,
    resourceControl: resourceControl.map((level) => ({ ...level, ...lifted })),
    serviceControl: serviceControl.map((level) => ({ ...level, ...lifted })),
    resource: { ...resource, ...lifted },
    identity: { ...identity, ...lifted },
    boundary: boundary && { ...boundary, ...lifted },
    session: session && { ...session, ...lifted },
    endpoint: endpoint && { ...endpoint, ...lifted },
  };
}

function withOuterAllows(outcomes: Outcomes): Outcomes {
  const { resourceControl, serviceControl, endpoint } = outcomes;
  return {
    ...outcomes,
    resourceControl: resourceControl.map((level) => ({ ...level, allow: added })),
    serviceControl: serviceControl.map((level) => ({ ...level, allow: added })),
    endpoint: endpoint && { ...endpoint, allow: added },
  };
}

/** What may be added within the two accounts; of equally many additions those that come first here are preferred. */
function additionsTo({ boundary, session }: Outcomes, request: AccessRequest): readonly Edit[] {
  const { principal, resource, policies } = request;
  const edits: Edit[] = [];
  const add = (change: Change, apply: Edit["apply"]) => edits.push({ changes: [change], apply });
  if (hasIdentityPolicies(principal)) {
    const change = addition("identity policy", request);
    add(change, (outcomes) => ({ ...outcomes, identity: { ...outcomes.identity, allow: added } }));
  }
  if (canHavePolicy(request)) {
    const change = addition(resourceLayer(request), request);
    const named = resource.policy && { policy: resource.policy.name };
    const issuer = issuerOf(principal);
    if (issuer !== undefined) {
      add({ ...change, ...named, principal: issuer }, (outcomes) => withResource(outcomes, "asIssuer"));
    }
    const inPerson = principal.kind === "service" ? principal.invokedBy : principal.arn;
    add({ ...change, ...named, principal: inPerson }, (outcomes) => withResource(outcomes, "inPerson"));
  }
  if (boundary) {
    const named = policies.boundary && { policy: policies.boundary.name };
    const change = { ...addition("boundary", request), ...named };
    add(change, (outcomes) => ({ ...outcomes, boundary: { ...outcomes.boundary, allow: added } }));
  }
  if (session) {
    const change = addition("session policy", request);
    add(change, (outcomes) => ({ ...outcomes, session: { ...outcomes.session, allow: added } }));
  }
  if (resource.grants) {
    const change = { ...addition("grant", request), principal: principal.arn };
    add(change, (outcomes) => ({ ...outcomes, grant: added }));
  }
  return edits;
}

function hasIdentityPolicies(principal: Principal): boolean {
  switch (principal.kind) {
    case "user":
    case "role session":
      return true;
    case "federated user":
      return !speaksForRoot(principal);
    case "root":
    case "service":
    case "web identity":
      return false;
  }
}

/** The role of a session, or the user who federated: a resource's policy can name them instead of the session. */
function issuerOf(principal: Principal): string | undefined {
  if (principal.kind === "role session") return principal.roleArn;
  return principal.kind === "federated user" && !speaksForRoot(principal) ? principal.federatedBy.arn : undefined;
}

/** Not proposed for resources of the own account that do well without a policy: many kinds cannot have any. */
function canHavePolicy({ principal, resource }: AccessRequest): boolean {
  const isNeeded = resource.policyIsRequired || principal.kind === "service";
  return isNeeded || resource.policy !== undefined || principal.accountId !== resource.accountId;
}

function withResource(outcomes: Outcomes, how: "asIssuer" | "inPerson"): Outcomes {
  return { ...outcomes, resource: { ...outcomes.resource, [how]: added } };
}

function addition(layer: Layer, { action, resource }: AccessRequest): Change {
  return { change: "add an Allow", layer, action, resource: resource.arn };
}

/** The smallest choice of edits after which the request is allowed; nothing if not even all of them help. */
function smallest(edits: readonly Edit[], outcomes: Outcomes, request: AccessRequest): readonly Edit[] | undefined {
  return choices(edits)
    .toSorted((a, b) => a.length - b.length)
    .find((choice) =>
      isAllowed(
        choice.reduce((changed, edit) => edit.apply(changed), outcomes),
        request,
      ),
    );
}

/** Every choice, those with earlier edits first among equally long ones. */
function choices(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const [first, ...rest] = edits;
  if (!first) return [[]];
  const others = choices(rest);
  return [...others.map((choice) => [first, ...choice]), ...others];
}
