import type { AccessRequest, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import { resourceLayer } from "../../../emulator/authorization/outcomes.ts";
import { Policy, type PolicyKind, type Statement } from "../../../emulator/authorization/policy.ts";
import { policyOf } from "./anyRequest.ts";

type Policies = readonly NamedPolicy[];

/** A layer of a request that a test can rewrite. */
export interface EditableLayer {
  readonly name: string;
  kind(request: AccessRequest): PolicyKind;
  /** Its policies; `undefined` where the request does not have the layer. */
  read(request: AccessRequest): Policies | undefined;
  write(request: AccessRequest, policies: Policies): AccessRequest;
}

function only(policy: NamedPolicy | undefined): Policies | undefined {
  return policy && [policy];
}

function resourcePolicyKind(request: AccessRequest): PolicyKind {
  const layer = resourceLayer(request);
  return layer === "key policy" || layer === "trust policy" ? layer : "resource policy";
}

/** Every level of an organization but the one that is rewritten, which is the last. */
function above(levels: readonly Policies[] | undefined): readonly Policies[] {
  return levels?.slice(0, -1) ?? [];
}

/** Everywhere that a statement can stand. */
export const editableLayers: readonly EditableLayer[] = [
  {
    name: "an identity policy",
    kind: () => "identity policy",
    read: ({ policies }) => policies.identity,
    write: (request, identity) => ({ ...request, policies: { ...request.policies, identity } }),
  },
  {
    name: "the policy of the resource",
    kind: resourcePolicyKind,
    read: ({ resource }) => only(resource.policy),
    write: (request, [policy]) => ({ ...request, resource: { ...request.resource, policy } }),
  },
  {
    name: "the boundary",
    kind: () => "identity policy",
    read: ({ policies }) => only(policies.boundary),
    write: (request, [boundary]) => ({ ...request, policies: { ...request.policies, boundary } }),
  },
  {
    name: "a session policy",
    kind: () => "identity policy",
    read: ({ policies }) => policies.session,
    write: (request, session) => ({ ...request, policies: { ...request.policies, session } }),
  },
  {
    name: "a service control policy",
    kind: () => "service control policy",
    read: ({ controls }) => controls?.service?.at(-1),
    write: ({ controls, ...request }, level) => ({
      ...request,
      controls: { ...controls, service: [...above(controls?.service), level] },
    }),
  },
  {
    name: "a resource control policy",
    kind: () => "resource control policy",
    read: ({ controls }) => controls?.resource?.at(-1),
    write: ({ controls, ...request }, level) => ({
      ...request,
      controls: { ...controls, resource: [...above(controls?.resource), level] },
    }),
  },
  {
    name: "the endpoint policy",
    kind: () => "endpoint policy",
    read: ({ endpointPolicy }) => only(endpointPolicy),
    write: (request, [endpointPolicy]) => ({ ...request, endpointPolicy }),
  },
];

/** The request with one statement more in a layer; a layer that is not there comes to be with this statement alone. */
export function withStatement(request: AccessRequest, layer: EditableLayer, statement: object): AccessRequest {
  const kind = layer.kind(request);
  const added = policyOf("added", kind, [statement]);
  const [first, ...others] = layer.read(request) ?? [];
  if (!first) return layer.write(request, [added]);
  const statements = [...first.policy.statements, ...added.policy.statements];
  return layer.write(request, [{ name: first.name, policy: new Policy(kind, "", statements) }, ...others]);
}

/** The request with every policy, on every level, as `change` makes it, and the policies of a layer in the order it wants. */
export function mapPolicies(
  request: AccessRequest,
  change: (policy: NamedPolicy) => NamedPolicy,
  order: (policies: Policies) => Policies = (policies) => policies,
): AccessRequest {
  const list = (policies: Policies) => order(policies.map(change));
  const levels = (all?: readonly Policies[]) => all?.map(list);
  const { resource, policies, controls, endpointPolicy } = request;
  return {
    ...request,
    resource: { ...resource, policy: resource.policy && change(resource.policy) },
    policies: {
      identity: list(policies.identity),
      boundary: policies.boundary && change(policies.boundary),
      session: policies.session && list(policies.session),
    },
    controls: controls && { service: levels(controls.service), resource: levels(controls.resource) },
    endpointPolicy: endpointPolicy && change(endpointPolicy),
  };
}

/** The same request, with the statements of every policy changed. */
export function mapStatements(
  request: AccessRequest,
  change: (statements: readonly Statement[]) => readonly Statement[],
): AccessRequest {
  return mapPolicies(request, ({ name, policy }) => ({
    name,
    policy: new Policy(policy.kind, policy.text, change(policy.statements)),
  }));
}
