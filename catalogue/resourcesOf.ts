import { isDeepStrictEqual } from "node:util";
import { policiesIn } from "../mutations/deployedPolicy.ts";
import { nameOfResource } from "../mutations/nameOfResource.ts";
import type { ObservedDeployment, ObservedResource } from "../mutations/observer.ts";
import type { RecordedPolicy, RecordedResource } from "./scenarioRecord.ts";

/** The resources of all deployments for a record, the same in every run: what is random in policies is named instead. */
export function resourcesOf(deployments: readonly ObservedDeployment[]): RecordedResource[] {
  const keys = [...new Set(deployments.flatMap((deployment) => [...deployment.keys()]))].sort();
  return keys.map((key) => {
    const states = deployments.map((deployment) => deployment.get(key));
    const [{ type, name, parent } = { type: "", name: "" }] = states.filter((state) => state !== undefined);
    const uses = [...new Set(states.flatMap((state) => state?.uses ?? []))].sort();
    return { type, name, parent, uses, policies: policiesOf(states, placeholdersIn(deployments)) };
  });
}

/** Each policy once, and again after each deployment that changes it. */
function policiesOf(
  states: readonly (ObservedResource | undefined)[],
  placeholders: ReadonlyMap<string, string>,
): RecordedPolicy[] {
  const found: RecordedPolicy[] = [];
  for (const [deployment, state] of states.entries()) {
    for (const [input, policy] of policiesIn(state?.inputs ?? {})) {
      const document: unknown = JSON.parse(withPlaceholders(JSON.stringify(policy), placeholders));
      const known = found.findLast((earlier) => earlier.input === input);
      if (!isDeepStrictEqual(known?.document, document)) found.push({ input, deployment, document });
    }
  }
  return found;
}

/** The ids that AWS or a run makes up, with what stands for them. */
function placeholdersIn(deployments: readonly ObservedDeployment[]): ReadonlyMap<string, string> {
  const resources = deployments.flatMap((deployment) => [...deployment.values()]);
  return new Map(
    resources.flatMap((resource): [string, string][] =>
      resource.id !== undefined && /[0-9a-f]{8}-[0-9a-f]{4}|-[A-Za-z0-9]{6}$/.test(resource.id)
        ? [[resource.id, `<${nameOfResource(resource)}>`]]
        : [],
    ),
  );
}

function withPlaceholders(text: string, placeholders: ReadonlyMap<string, string>): string {
  const named = [...placeholders].reduce((changed, [id, placeholder]) => changed.replaceAll(id, placeholder), text);
  return named.replaceAll(/keylab-administrator-[0-9a-f]{8}/g, "keylab-administrator");
}
