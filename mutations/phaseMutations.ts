import * as pulumi from "@pulumi/pulumi";
import { isDeepStrictEqual } from "node:util";
import type { Mutation } from "./mutation.ts";
import { nameOfResource } from "./nameOfResource.ts";
import { keyOf, type Inputs, type ObservedDeployment, type ObservedResource } from "./observedResource.ts";

/** Changes forgotten: what a phase changes stays as it was, what it removes is kept. */
export function phaseMutations(deployments: readonly ObservedDeployment[]): readonly Mutation[] {
  return deployments.slice(1).flatMap((deployment, index) => {
    const before = [...(deployments[index]?.values() ?? [])].filter(({ parent }) => parent !== undefined);
    return before.flatMap((resource) => {
      const after = deployment.get(keyOf(resource));
      if (!after) return [kept(resource, index + 1)];
      return isDeepStrictEqual(resource.inputs, after.inputs) ? [] : [unchanged(resource, index + 1)];
    });
  });
}

/** @param at the deployment that should change it, from 0 */
function unchanged(resource: ObservedResource, at: number): Mutation {
  return {
    name: `${nameOfResource(resource)} is not changed in deployment ${at + 1}`,
    resource: keyOf(resource),
    change: ({ props, opts }, moment) => {
      const earlier = moment.deployment === at ? moment.inputsIn(at - 1, keyOf(resource)) : undefined;
      return { props: earlier ? insteadOf(props, earlier) : props, opts };
    },
  };
}

function kept(resource: ObservedResource, at: number): Mutation {
  return {
    name: `${nameOfResource(resource)} is not removed in deployment ${at + 1}`,
    resource: keyOf(resource),
    change: ({ props, opts }, { deployment }) => ({ props, opts: { ...opts, retainOnDelete: deployment < at } }),
  };
}

/** Earlier values in the place of the present ones: what is a secret now stays one. */
function insteadOf(props: pulumi.Inputs, earlier: Inputs): pulumi.Inputs {
  const values = Object.entries(earlier).map(([name, value]) => {
    return [name, pulumi.output(props[name]).apply(() => value)] as const;
  });
  return Object.fromEntries(values);
}
