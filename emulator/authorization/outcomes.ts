import type { Principal } from "../principal.ts";
import type { AccessRequest, NamedPolicy } from "./accessRequest.ts";
import type { DecidingStatement } from "./decision.ts";
import type { Layer } from "./layer.ts";
import { outcomeOf, resourceOutcomeOf, type LayerOutcome, type ResourceOutcome } from "./layerOutcome.ts";
import { grantAllows } from "./matchGrant.ts";

/** What every layer says of a request. A layer that is not there is absent: it neither allows nor limits. */
export interface Outcomes {
  /** One for each level of the organization; each must allow. */
  readonly resourceControl: readonly LayerOutcome[];
  readonly serviceControl: readonly LayerOutcome[];
  readonly resource: ResourceOutcome;
  readonly identity: LayerOutcome;
  readonly boundary?: LayerOutcome;
  readonly session?: LayerOutcome;
  readonly endpoint?: LayerOutcome;
  readonly grant?: DecidingStatement;
}

/** Asks every layer about a request. */
export function outcomesOf(request: AccessRequest): Outcomes {
  const { policies, controls, resource, endpointPolicy } = request;
  const grant = resource.grants?.find((candidate) => grantAllows(candidate, request));
  return {
    resourceControl: bindsResourceControl(request) ? levelsOf(controls?.resource, request) : [],
    serviceControl: bindsServiceControl(request) ? levelsOf(controls?.service, request) : [],
    resource: resourceOutcomeOf(resource.policy, request),
    identity: outcomeOf(policies.identity, request),
    boundary: policies.boundary && outcomeOf([policies.boundary], request),
    session: policies.session && outcomeOf(policies.session, request),
    endpoint: endpointPolicy && outcomeOf([endpointPolicy], request),
    grant: grant && { policy: grant.grantId, statement: 0 },
  };
}

function levelsOf(levels: readonly (readonly NamedPolicy[])[] = [], request: AccessRequest): LayerOutcome[] {
  return levels.map((level) => outcomeOf(level, request));
}

/**
 * Service control policies bind the principals of an account, its root user included, but no service, no service-linked role
 * and no web identity. Source: Organizations User Guide, "Service control policies (SCPs)".
 */
function bindsServiceControl({ principal }: AccessRequest): boolean {
  return principal.kind !== "service" && principal.kind !== "web identity" && !isServiceLinked(principal);
}

/**
 * Resource control policies bind everybody but service-linked roles. They say nothing of those roles themselves, nor of keys
 * that AWS manages, and never decide about `kms:RetireGrant`.
 * Source: Organizations User Guide, "Resource control policies (RCPs)"; KMS Developer Guide, "Resource control policies".
 */
function bindsResourceControl({ principal, action, resource }: AccessRequest): boolean {
  const isLeftAlone = resource.isAwsManaged === true || isServiceLinkedRole(resource.arn);
  return !isServiceLinked(principal) && !isLeftAlone && action.toLowerCase() !== "kms:retiregrant";
}

function isServiceLinked(principal: Principal): boolean {
  return principal.kind === "role session" && isServiceLinkedRole(principal.roleArn);
}

/** Service-linked roles are those under a path of their own, which only services may use. */
function isServiceLinkedRole(arn: string): boolean {
  return arn.includes(":role/aws-service-role/");
}

/** The layer that a resource's own policy is. */
export function resourceLayer({ resource }: AccessRequest): Layer {
  const kind = resource.policy?.policy.kind;
  return kind === "key policy" || kind === "trust policy" ? kind : "resource policy";
}
