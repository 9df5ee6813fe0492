import { isDeepStrictEqual } from "node:util";
import { policyDocument } from "../mutations/deployedPolicy.ts";
import { nameOfResource } from "../mutations/nameOfResource.ts";
import type { ObservedDeployment, ObservedResource } from "../mutations/observer.ts";
import type { RecordedResource, RecordedState } from "./scenarioRecord.ts";

/** The resources of all deployments for a record, the same in every run: what is random or secret has a placeholder. */
export function resourcesOf(deployments: readonly ObservedDeployment[]): RecordedResource[] {
  const placeholders = placeholdersIn(deployments);
  const keys = [...new Set(deployments.flatMap((deployment) => [...deployment.keys()]))].sort();
  return keys.map((key) => {
    const states = deployments.map((deployment) => deployment.get(key));
    const [{ type, name, parent, provider } = { type: "", name: "" }] = states.filter((state) => state !== undefined);
    const uses = [...new Set(states.flatMap((state) => state?.uses ?? []))].sort();
    return { type, name, parent, provider, uses, states: recordedStates(states, placeholders) };
  });
}

function recordedStates(
  states: readonly (ObservedResource | undefined)[],
  placeholders: ReadonlyMap<string, string>,
): RecordedState[] {
  const found: RecordedState[] = [];
  for (const [deployment, state] of states.entries()) {
    if (!state) continue;
    const inputs = recordedInputs(state, placeholders);
    if (!isDeepStrictEqual(found.at(-1)?.inputs, inputs)) found.push({ deployment, inputs });
  }
  return found;
}

function recordedInputs(
  { inputs, secretInputs }: ObservedResource,
  placeholders: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined && value !== null);
  const names = given.map(([name]) => name).sort();
  const entries = names.map((name) => {
    if (secretInputs.includes(name)) return [name, "<secret>"] as const;
    return [name, withPlaceholders(policyDocument(inputs[name]) ?? inputs[name], placeholders)] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * The ids that AWS or a run makes up, with what stands for them: no names that a scenario gives. A replica key has the id of its
 * primary key.
 */
function placeholdersIn(deployments: readonly ObservedDeployment[]): ReadonlyMap<string, string> {
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

function withPlaceholders(value: unknown, placeholders: ReadonlyMap<string, string>): unknown {
  const text = [...placeholders].reduce(
    (changed, [id, placeholder]) => changed.replaceAll(id, placeholder),
    JSON.stringify(value),
  );
  return JSON.parse(text.replaceAll(/keylab-administrator-[0-9a-f]{8}/g, "keylab-administrator"));
}
