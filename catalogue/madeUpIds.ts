import { nameOfResource } from "../mutations/nameOfResource.ts";
import type { ObservedDeployment } from "../mutations/observedResource.ts";

/**
 * The ids that AWS or a run makes up, with what stands for them: no names that a scenario gives. A replica key has the id of its
 * primary key.
 */
export function placeholdersIn(deployments: readonly ObservedDeployment[]): ReadonlyMap<string, string> {
  const placeholders = new Map<string, string>();
  for (const resource of deployments.flatMap((deployment) => [...deployment.values()])) {
    const { id, type, inputs } = resource;
    if (
      id === undefined ||
      Object.values(inputs).includes(id) ||
      !isMadeUp(id) ||
      type === "aws:kms/replicaKey:ReplicaKey"
    )
      continue;
    if (!placeholders.has(id)) placeholders.set(id, `<${nameOfResource(resource)}>`);
  }
  return placeholders;
}

/** A UUID, an id of EC2, a secret's or a bucket's random end. */
function isMadeUp(id: string): boolean {
  return /[0-9a-f]{8}-[0-9a-f]{4}-|^(vol|snap|mrk)-|-[A-Za-z0-9]{6}$|-[0-9a-f]{7}$/.test(id);
}

/** Plain data with placeholders in it. */
export function withPlaceholders(value: unknown, placeholders: ReadonlyMap<string, string>): unknown {
  const text = [...placeholders].reduce(
    (changed, [id, placeholder]) => changed.replaceAll(id, placeholder),
    JSON.stringify(value),
  );
  return JSON.parse(text.replaceAll(/keylab-administrator-[0-9a-f]{8}/g, "keylab-administrator"));
}
