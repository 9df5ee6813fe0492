import { attachmentMutations } from "./attachmentMutations.ts";
import { encryptionMutations } from "./encryptionMutations.ts";
import type { Mutation } from "./mutation.ts";
import type { ObservedDeployment } from "./observedResource.ts";
import { phaseMutations } from "./phaseMutations.ts";
import { policyMutations } from "./policyMutations.ts";

/** Every meaningful mistake in what a scenario deploys, generated from its deployments; by name, as resources have no order. */
export function mutationsOf(deployments: readonly ObservedDeployment[]): readonly Mutation[] {
  const mutations = [
    ...policyMutations(deployments),
    ...attachmentMutations(deployments),
    ...encryptionMutations(deployments),
    ...phaseMutations(deployments),
  ];
  return mutations.sort((one, other) => (one.name < other.name ? -1 : 1));
}
