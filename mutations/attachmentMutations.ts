import type { Mutation } from "./mutation.ts";
import { nameOfResource } from "./nameOfResource.ts";
import { keyOf, type ObservedDeployment, type ObservedResource } from "./observedResource.ts";

interface Mistake {
  readonly predicate: string;
  readonly inputs: Readonly<Record<string, string | undefined>>;
}

const everything: Mistake = {
  predicate: "attaches AdministratorAccess instead",
  inputs: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
};

/** Of all managed policies the one that has nothing to do with any scenario. */
const nothing: Mistake = {
  predicate: "attaches IAMUserChangePassword instead",
  inputs: { policyArn: "arn:aws:iam::aws:policy/IAMUserChangePassword" },
};

const noBoundary: Mistake = { predicate: "has no permissions boundary", inputs: { permissionsBoundary: undefined } };

/** Mistakes in what identities are given that stands in no policy of the scenario: managed policies, and boundaries. */
export function attachmentMutations(deployments: readonly ObservedDeployment[]): readonly Mutation[] {
  const mutations = deployments
    .flatMap((deployment) => [...deployment.values()])
    .flatMap((resource) => mistakesIn(resource).map((mistake) => mutation(resource, mistake)));
  return [...new Map(mutations.map((made) => [made.name, made])).values()];
}

function mistakesIn({ type, inputs }: ObservedResource): readonly Mistake[] {
  if (/^aws:iam\/(user|role|group)PolicyAttachment:/.test(type)) return [nothing, everything];
  return typeof inputs.permissionsBoundary === "string" ? [noBoundary] : [];
}

function mutation(resource: ObservedResource, { predicate, inputs }: Mistake): Mutation {
  const { policyArn } = resource.inputs;
  return {
    name: `${nameOfResource(resource)} ${predicate}`,
    sharedAs: typeof policyArn === "string" ? `whoever has ${policyArn} ${predicate}` : undefined,
    resource: keyOf(resource),
    change: ({ props, opts }) => ({ props: { ...props, ...inputs }, opts }),
  };
}
