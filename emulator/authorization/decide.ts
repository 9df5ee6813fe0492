import type { AccessRequest, NamedPolicy } from "./accessRequest.ts";
import type { Decision, DecidingStatement, Layer } from "./decision.ts";
import { grantAllows } from "./matchGrant.ts";
import { isAbout, principalMatch, type PrincipalMatch } from "./matchStatement.ts";

type Verdict = Pick<Decision, "result" | "layer" | "statement">;
type Step = (request: AccessRequest) => Verdict | undefined;

/**
 * Decides one request. The steps are asked in order; the first that has an answer decides.
 * Source: IAM User Guide, "Policy evaluation logic"; KMS Developer Guide, "Determining access to AWS KMS keys".
 */
export function decide(request: AccessRequest): Decision {
  const steps: readonly Step[] = [explicitDeny, resourcePolicyAllow, identityPolicyAllow, grantAllow];
  const verdict = steps.reduce<Verdict | undefined>((found, step) => found ?? step(request), undefined);
  return {
    ...(verdict ?? implicitDeny(request)),
    principal: request.principal,
    action: request.action,
    resource: request.resource.arn,
  };
}

/** A Deny anywhere wins over every Allow. */
function explicitDeny(request: AccessRequest): Verdict | undefined {
  const { policy } = request.resource;
  const inResourcePolicy =
    policy &&
    findStatement(request, policy, "Deny", (match) => match === "in person" || match === "through the account");
  if (inResourcePolicy) return { result: "ExplicitlyDenied", layer: layerOf(policy), statement: inResourcePolicy };
  const inIdentityPolicy = findIdentityStatement(request, "Deny");
  return inIdentityPolicy && { result: "ExplicitlyDenied", layer: "identity policy", statement: inIdentityPolicy };
}

/** A resource's policy that names the caller in person is enough within the account. */
function resourcePolicyAllow(request: AccessRequest): Verdict | undefined {
  const { policy } = request.resource;
  if (!policy || isCrossAccount(request)) return undefined;
  const statement = findStatement(request, policy, "Allow", (match) => match === "in person");
  return statement && { result: "Allowed", layer: layerOf(policy), statement };
}

/** Identity policies count where the resource's policy hands the decision to the account, or where none is required. */
function identityPolicyAllow(request: AccessRequest): Verdict | undefined {
  if (!identityPoliciesCount(request)) return undefined;
  if (request.principal.kind === "root") return { result: "Allowed", layer: "identity policy" };
  const statement = findIdentityStatement(request, "Allow");
  return statement && { result: "Allowed", layer: "identity policy", statement };
}

/** Grants are an independent way in: they need no delegation by the key policy. */
function grantAllow(request: AccessRequest): Verdict | undefined {
  const grant = request.resource.grants?.find((candidate) => grantAllows(candidate, request));
  return grant && { result: "Allowed", layer: "grant", statement: { policy: grant.grantId, statement: 0 } };
}

/** Nobody allowed it: the layer whose Allow is missing is named. */
function implicitDeny(request: AccessRequest): Verdict {
  const { policy } = request.resource;
  const missing = policy ? layerOf(policy) : isCrossAccount(request) ? "resource policy" : "identity policy";
  return { result: "ImplicitlyDenied", layer: identityPoliciesCount(request) ? "identity policy" : missing };
}

function identityPoliciesCount(request: AccessRequest): boolean {
  const { principal, resource } = request;
  if (principal.kind === "service") return false;
  if (!resource.policyIsRequired && !isCrossAccount(request)) return true;
  const letsIn = (match: PrincipalMatch) => match === "in person" || match === "through the account";
  return resource.policy !== undefined && findStatement(request, resource.policy, "Allow", letsIn) !== undefined;
}

function isCrossAccount({ principal, resource }: AccessRequest): boolean {
  return principal.accountId !== resource.accountId;
}

function findIdentityStatement(request: AccessRequest, effect: "Allow" | "Deny"): DecidingStatement | undefined {
  for (const { name, policy } of request.identityPolicies) {
    const found = policy.statements.find((statement) => statement.effect === effect && isAbout(statement, request));
    if (found) return { policy: name, statement: found.id };
  }
  return undefined;
}

function findStatement(
  request: AccessRequest,
  { name, policy }: NamedPolicy,
  effect: "Allow" | "Deny",
  accepts: (match: PrincipalMatch) => boolean,
): DecidingStatement | undefined {
  const found = policy.statements.find(
    (statement) =>
      statement.effect === effect &&
      accepts(principalMatch(statement, request.principal)) &&
      isAbout(statement, request),
  );
  return found && { policy: name, statement: found.id };
}

function layerOf({ policy }: NamedPolicy): Layer {
  return policy.kind;
}
