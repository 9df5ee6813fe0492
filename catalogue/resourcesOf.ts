import { isDeepStrictEqual } from "node:util";
import { policyDocument } from "../mutations/deployedPolicy.ts";
import type { ObservedDeployment, ObservedResource } from "../mutations/observedResource.ts";
import { placeholdersIn, withPlaceholders } from "./madeUpIds.ts";
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
