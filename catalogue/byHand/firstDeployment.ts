import { keyOf } from "../../mutations/observedResource.ts";
import type { RecordedResource } from "../scenarioRecord.ts";
import type { DeployedResource } from "./mapping.ts";
import { variableOf } from "./variableOf.ts";

/** A resource, and the profile of whoever makes it; absent: the administrator. */
export interface PlannedResource extends DeployedResource {
  readonly profile?: string;
}

/** What the first deployment has, each resource after those that it uses. */
export function firstDeployment(resources: readonly RecordedResource[]): readonly PlannedResource[] {
  const byKey = new Map(resources.map((resource) => [keyOf(resource), resource]));
  return inOrder(byKey).flatMap((resource) => {
    const state = resource.states.find(({ deployment }) => deployment === 0);
    if (state === undefined) return [];
    const { name, type, uses } = resource;
    const inputs = Object.fromEntries(Object.entries(state.inputs).filter(([, value]) => value !== null));
    return [{ name, type, uses, inputs, variable: variableOf(resource), profile: profileOf(resource, byKey) }];
  });
}

function inOrder(byKey: ReadonlyMap<string, RecordedResource>): readonly RecordedResource[] {
  const ordered = new Set<RecordedResource>();
  const add = (resource: RecordedResource) => {
    if (ordered.has(resource)) return;
    for (const key of [resource.provider, resource.parent, ...resource.uses]) {
      const other = key === undefined ? undefined : byKey.get(key);
      if (other !== undefined) add(other);
    }
    ordered.add(resource);
  };
  for (const resource of byKey.values()) add(resource);
  return [...ordered];
}

/** A provider is a profile of the AWS CLI, by its name. What is part of something is made where that is made. */
function profileOf(
  { provider, parent }: RecordedResource,
  byKey: ReadonlyMap<string, RecordedResource>,
): string | undefined {
  if (provider !== undefined) return byKey.get(provider)?.name;
  const whole = parent === undefined ? undefined : byKey.get(parent);
  return whole && profileOf(whole, byKey);
}
