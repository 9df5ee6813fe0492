import { speaksForRoot } from "../principal.ts";
import type { AccessRequest, NamedPolicy } from "./accessRequest.ts";
import { identityPoliciesCount } from "./decide.ts";
import { explainGrant, explainStatement } from "./explainStatement.ts";
import type { ExplainedLayer, ExplainedStatement, Says } from "./explanation.ts";
import type { Layer } from "./layer.ts";
import type { LayerOutcome, ResourceOutcome } from "./layerOutcome.ts";
import { resourceLayer, type Outcomes } from "./outcomes.ts";

/** Every layer in AWS's order, with what it says and how each of its statements compares with the request. */
export function explainLayers(outcomes: Outcomes, request: AccessRequest): readonly ExplainedLayer[] {
  const { policies, controls, endpointPolicy } = request;
  const layer = (name: Layer, list: readonly NamedPolicy[], outcome: LayerOutcome | undefined): ExplainedLayer => ({
    layer: name,
    says: saysOf(outcome),
    statements: statementsOf(list, request),
  });
  const levels = (name: Layer, list: readonly LayerOutcome[], stated: readonly (readonly NamedPolicy[])[] = []) =>
    list.length === 0
      ? [layer(name, [], undefined)]
      : list.map((outcome, index) => ({ ...layer(name, stated[index] ?? [], outcome), level: index + 1 }));
  return [
    ...levels("resource control policy", outcomes.resourceControl, controls?.resource),
    ...levels("service control policy", outcomes.serviceControl, controls?.service),
    explainResource(outcomes.resource, request),
    {
      ...layer("identity policy", policies.identity, policies.identity.length > 0 ? outcomes.identity : undefined),
      ...noteOf(identityNote(outcomes, request)),
    },
    layer("boundary", policies.boundary ? [policies.boundary] : [], outcomes.boundary),
    layer("session policy", policies.session ?? [], outcomes.session),
    layer("endpoint policy", endpointPolicy ? [endpointPolicy] : [], outcomes.endpoint),
    ...explainGrants(outcomes, request),
  ];
}

function explainResource(outcome: ResourceOutcome, request: AccessRequest): ExplainedLayer {
  const { policy, policyIsRequired } = request.resource;
  return {
    layer: resourceLayer(request),
    says: policy ? resourceSays(outcome) : "is absent",
    ...noteOf(policyIsRequired ? required : undefined),
    statements: statementsOf(policy ? [policy] : [], request),
  };
}

const required =
  "This policy is required: unless it lets the caller in or hands the decision to the account, identity policies count for nothing.";

function explainGrants({ grant }: Outcomes, request: AccessRequest): readonly ExplainedLayer[] {
  const { grants } = request.resource;
  if (!grants) return [];
  return [
    {
      layer: "grant",
      says: grants.length === 0 ? "is absent" : grant ? "allows" : "does not allow",
      statements: [],
      grants: grants.map((candidate) => explainGrant(candidate, request)),
    },
  ];
}

function identityNote(outcomes: Outcomes, request: AccessRequest): string | undefined {
  const { principal } = request;
  if (principal.kind === "service") return "Services have no identity policies.";
  if (principal.kind === "web identity") return "Web identities have no identity policies.";
  if (!identityPoliciesCount(outcomes, request)) {
    return `Identity policies count for nothing here: the ${resourceLayer(request)} neither lets the caller in nor hands the decision to the caller's account.`;
  }
  return speaksForRoot(principal) ? "The root user needs no identity policy." : undefined;
}

function noteOf(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

function saysOf(outcome: LayerOutcome | undefined): Says {
  if (!outcome) return "is absent";
  if (outcome.deny) return "denies";
  return outcome.allow ? "allows" : "does not allow";
}

function resourceSays({ deny, inPerson, asIssuer, throughTheAccount }: ResourceOutcome): Says {
  if (deny) return "denies";
  if (inPerson ?? asIssuer) return "allows";
  return throughTheAccount ? "through the account" : "does not allow";
}

function statementsOf(policies: readonly NamedPolicy[], request: AccessRequest): readonly ExplainedStatement[] {
  return policies.flatMap(({ name, policy }) =>
    policy.statements.map((statement) => explainStatement(name, statement, request)),
  );
}
