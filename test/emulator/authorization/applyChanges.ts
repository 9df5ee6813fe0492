import type { AccessRequest, GrantFact, NamedPolicy } from "../../../emulator/authorization/accessRequest.ts";
import type { Change } from "../../../emulator/authorization/explanation.ts";
import { parsePolicy, Policy, type PolicyKind } from "../../../emulator/authorization/policy.ts";
import type { Principal } from "../../../emulator/principal.ts";
import { uniqueIdOf } from "./accessRequests.ts";

/** The request as it would be after changes: each turned into a statement, a grant, or the removal of a statement. */
export function applyChanges(request: AccessRequest, changes: readonly Change[]): AccessRequest {
  return changes.reduce(applyChange, request);
}

function applyChange(request: AccessRequest, change: Change): AccessRequest {
  const { policies, controls, resource, endpointPolicy } = request;
  const list = (stated: readonly NamedPolicy[] = [], kind: PolicyKind = "identity policy") =>
    edited(request, stated, change, kind);
  const one = (stated: NamedPolicy | undefined, kind: PolicyKind = "identity policy") =>
    edited(request, stated ? [stated] : [], change, kind)[0];
  const levels = (stated: readonly (readonly NamedPolicy[])[] = [], kind: PolicyKind) =>
    stated.map((level, index) => (index + 1 === change.level ? edited(request, level, change, kind) : level));
  switch (change.layer) {
    case "identity policy":
      return { ...request, policies: { ...policies, identity: list(policies.identity) } };
    case "boundary":
      return { ...request, policies: { ...policies, boundary: one(policies.boundary) } };
    case "session policy":
      return { ...request, policies: { ...policies, session: list(policies.session) } };
    case "service control policy":
      return { ...request, controls: { ...controls, service: levels(controls?.service, change.layer) } };
    case "resource control policy":
      return { ...request, controls: { ...controls, resource: levels(controls?.resource, change.layer) } };
    case "endpoint policy":
      return { ...request, endpointPolicy: one(endpointPolicy, change.layer) };
    case "grant":
      return { ...request, resource: { ...resource, grants: [...(resource.grants ?? []), grantFor(request, change)] } };
    case "key policy":
    case "trust policy":
    case "resource policy":
      return { ...request, resource: { ...resource, policy: one(resource.policy, change.layer) } };
    case "key state":
      throw new Error("No policy changes the state of a key.");
  }
}

/** The policies of a layer with one statement more, in a policy of its own kind, or one less. */
function edited(
  { principal }: AccessRequest,
  stated: readonly NamedPolicy[],
  change: Change,
  kind: PolicyKind,
): NamedPolicy[] {
  if (change.change === "remove or narrow the Deny") {
    return stated.map((named) => (named.name === change.policy ? without(named, change) : named));
  }
  const [first, ...others] = stated;
  const text = JSON.stringify({ Statement: [statementOf(change, kind)] });
  const added = parsePolicy(text, kind, (arn) => idOfCaller(principal, arn) ?? uniqueIdOf(arn)).statements;
  const name = change.policy ?? first?.name ?? kind;
  const policy = new Policy(kind, "", [...(first?.policy.statements ?? []), ...added]);
  return [{ name: first?.name ?? name, policy }, ...others];
}

/** The unique id that the caller's name has now: whoever had the name before is gone. */
function idOfCaller(principal: Principal, arn: string): string | undefined {
  if (principal.kind === "role session") return arn === principal.roleArn ? principal.roleId : undefined;
  return arn === principal.arn ? principal.principalId : undefined;
}

function without({ name, policy }: NamedPolicy, change: Change): NamedPolicy {
  const left = policy.statements.filter(({ id, effect }) => !(id === change.statement && effect === "Deny"));
  return { name, policy: new Policy(policy.kind, "", left) };
}

function statementOf({ principal, action, resource }: Change, kind: PolicyKind): object {
  const named = { [principalElement(principal)]: principal };
  const everyone = ["resource control policy", "endpoint policy"].includes(kind) ? { Principal: "*" } : {};
  return {
    Effect: "Allow",
    Action: action,
    ...(kind === "trust policy" ? {} : { Resource: resource }),
    ...(principal === undefined ? everyone : { Principal: named }),
  };
}

function principalElement(principal = ""): "Service" | "Federated" | "AWS" {
  if (principal.endsWith(".amazonaws.com")) return "Service";
  return principal.includes(":oidc-provider/") ? "Federated" : "AWS";
}

function grantFor({ principal }: AccessRequest, { action, principal: grantee = "" }: Change): GrantFact {
  const granteeId = principal.kind === "user" ? { granteeId: principal.principalId } : {};
  const operations = [action.replace(/^kms:/, "")];
  return { grantId: "added", granteePrincipal: grantee, operations, ...granteeId };
}
