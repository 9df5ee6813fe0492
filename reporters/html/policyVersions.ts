import type { DeployedPolicy } from "../events.ts";
import type { PhaseRecord } from "../runRecord.ts";

/** A policy as it stood, unchanged, in some phases of a scenario. */
export interface PolicyVersion {
  readonly policy: DeployedPolicy;
  /** The phases in which it stood, by index. */
  readonly phases: readonly number[];
}

/**
 * The policies of a scenario, each version once. A phase that deployed nothing has those of the phase before; a deletion
 * ends a policy, and one that comes again as it was is the same version.
 */
export function policyVersions(phases: readonly PhaseRecord[]): PolicyVersion[] {
  const versions = new Map<string, { policy: DeployedPolicy; phases: number[] }>();
  let standing: readonly DeployedPolicy[] = [];
  for (const [index, { started, deployed }] of phases.entries()) {
    if (started === undefined) continue;
    standing = deployed?.policies ?? standing;
    for (const policy of standing) {
      const { resource, arn, layer, policy: name, document } = policy;
      const key = JSON.stringify([resource, arn, layer, name, document]);
      const known = versions.get(key);
      if (known === undefined) versions.set(key, { policy, phases: [index] });
      else if (known.phases.at(-1) !== index) known.phases.push(index);
    }
  }
  return [...versions.values()];
}
