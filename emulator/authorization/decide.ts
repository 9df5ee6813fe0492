import { speaksForRoot } from "../principal.ts";
import type { AccessRequest } from "./accessRequest.ts";
import type { Decision } from "./decision.ts";
import type { Layer } from "./layer.ts";
import type { LayerOutcome } from "./layerOutcome.ts";
import { outcomesOf, resourceLayer, type Outcomes } from "./outcomes.ts";

/** What a step finds: a decision, or nothing, and the next step is asked. */
type Verdict = Pick<Decision, "result" | "layer" | "statement">;
type Step = (outcomes: Outcomes, request: AccessRequest) => Verdict | undefined;

/**
 * In AWS's order. Source: IAM User Guide, "Policy evaluation logic"; KMS Developer Guide, "Determining access to AWS KMS
 * keys".
 */
const steps: readonly Step[] = [
  explicitDeny,
  controlPoliciesMustAllow,
  endpointMustAllow,
  resourcePolicyNamesTheCaller,
  identityPolicyAllows,
  grantAllows,
];

/** Decides one request. The steps are asked in order; the first that has an answer decides. */
export function decide(request: AccessRequest): Decision {
  return combine(outcomesOf(request), request);
}

/** Decides from what the layers say. */
export function combine(outcomes: Outcomes, request: AccessRequest): Decision {
  let verdict: Verdict | undefined;
  for (const step of steps) {
    verdict = step(outcomes, request);
    if (verdict) break;
  }
  const { result, layer, statement } = verdict ?? nobodyAllows(outcomes, request);
  const { principal, action, resource } = request;
  return { result, layer, statement, principal, action, resource: resource.arn };
}

/** A Deny anywhere wins over every Allow. One layer is named: the first in AWS's order. */
function explicitDeny(outcomes: Outcomes, request: AccessRequest): Verdict | undefined {
  const { resourceControl, serviceControl, resource, identity, boundary, session, endpoint } = outcomes;
  return (
    denial("resource control policy", resourceControl.find(isDenying)) ??
    denial("service control policy", serviceControl.find(isDenying)) ??
    denial(resourceLayer(request), resource) ??
    denial("identity policy", identity) ??
    denial("boundary", boundary) ??
    denial("session policy", session) ??
    denial("endpoint policy", endpoint)
  );
}

function denial(layer: Layer, outcome: Pick<LayerOutcome, "deny"> | undefined): Verdict | undefined {
  return outcome?.deny && { result: "ExplicitlyDenied", layer, statement: outcome.deny };
}

function isDenying({ deny }: LayerOutcome): boolean {
  return deny !== undefined;
}

/** Every level of an organization must allow, on the side of the resource and on that of the principal. */
function controlPoliciesMustAllow({ resourceControl, serviceControl }: Outcomes): Verdict | undefined {
  if (resourceControl.some(isSilent)) return { result: "ImplicitlyDenied", layer: "resource control policy" };
  if (serviceControl.some(isSilent)) return { result: "ImplicitlyDenied", layer: "service control policy" };
  return undefined;
}

/** Whatever comes through a VPC endpoint must be allowed by the endpoint's policy. */
function endpointMustAllow({ endpoint }: Outcomes): Verdict | undefined {
  return isSilent(endpoint) ? { result: "ImplicitlyDenied", layer: "endpoint policy" } : undefined;
}

/**
 * Within the account, a resource's policy that names the user or the session is enough, whatever boundary and session policy
 * leave out; one that names the session's role, or the user who federated, is enough within them.
 */
function resourcePolicyNamesTheCaller(outcomes: Outcomes, request: AccessRequest): Verdict | undefined {
  if (isCrossAccount(request)) return undefined;
  const { inPerson, asIssuer } = outcomes.resource;
  const statement = inPerson ?? (missingLimit(outcomes) ? undefined : asIssuer);
  return statement && { result: "Allowed", layer: resourceLayer(request), statement };
}

/** Identity policies allow where they count, within boundary and session policy. */
function identityPolicyAllows(outcomes: Outcomes, request: AccessRequest): Verdict | undefined {
  if (!identityPoliciesCount(outcomes, request) || missingLimit(outcomes)) return undefined;
  if (speaksForRoot(request.principal)) return { result: "Allowed", layer: "identity policy" };
  const statement = outcomes.identity.allow;
  return statement && { result: "Allowed", layer: "identity policy", statement };
}

/** Grants are an independent way in: they need no delegation by the key policy. */
function grantAllows({ grant }: Outcomes): Verdict | undefined {
  return grant && { result: "Allowed", layer: "grant", statement: grant };
}

/** Nobody allowed it: the first layer whose Allow is missing is named. */
function nobodyAllows(outcomes: Outcomes, request: AccessRequest): Verdict {
  return { result: "ImplicitlyDenied", layer: missingLayer(outcomes, request) };
}

function missingLayer(outcomes: Outcomes, request: AccessRequest): Layer {
  if (!identityPoliciesCount(outcomes, request)) return resourceLayer(request);
  const isAllowed = outcomes.identity.allow ?? outcomes.resource.asIssuer ?? speaksForRoot(request.principal);
  return isAllowed ? (missingLimit(outcomes) ?? "identity policy") : "identity policy";
}

/**
 * Whether identity policies count: where the resource's policy lets the caller in or hands the decision to the account, or
 * where the resource needs no policy and belongs to the caller's account.
 */
export function identityPoliciesCount({ resource }: Outcomes, request: AccessRequest): boolean {
  if (request.principal.kind === "service" || request.principal.kind === "web identity") return false;
  if (!request.resource.policyIsRequired && !isCrossAccount(request)) return true;
  return (resource.inPerson ?? resource.asIssuer ?? resource.throughTheAccount) !== undefined;
}

/** The boundary or session policy that is there and does not allow. */
function missingLimit({ boundary, session }: Outcomes): "boundary" | "session policy" | undefined {
  if (isSilent(boundary)) return "boundary";
  return isSilent(session) ? "session policy" : undefined;
}

function isSilent(outcome: LayerOutcome | undefined): boolean {
  return outcome !== undefined && outcome.allow === undefined;
}

/** A service belongs to no account: a policy of any account may let it in. */
function isCrossAccount({ principal, resource }: AccessRequest): boolean {
  return principal.kind !== "service" && principal.accountId !== resource.accountId;
}
