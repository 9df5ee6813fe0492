import { keyOf } from "../mutations/observedResource.ts";
import type { RecordedResource, ScenarioRecord } from "./scenarioRecord.ts";

/** A component of a scenario, or a resource that belongs to none. */
export interface DeployedComponent {
  readonly key: string;
  readonly resource: RecordedResource;
  /** The resources that it is made of; none if it is a resource itself. */
  readonly parts: readonly RecordedResource[];
  /** The components whose outputs it uses, by their keys. */
  readonly uses: readonly string[];
}

/** What a scenario deploys, component by component. The engine's own providers are no part of it. */
export function componentsOf({ resources }: ScenarioRecord): readonly DeployedComponent[] {
  const deployed = resources.filter(({ type }) => !type.startsWith("pulumi:"));
  const byKey = new Map(deployed.map((resource) => [keyOf(resource), resource]));
  const ownerOf = (key: string): string => {
    const parent = byKey.get(key)?.parent;
    return parent !== undefined && byKey.has(parent) ? ownerOf(parent) : key;
  };
  const owners = [...byKey.keys()].filter((key) => ownerOf(key) === key);
  return owners.flatMap((key) => {
    const resource = byKey.get(key);
    if (!resource) return [];
    const own = deployed.filter((candidate) => ownerOf(keyOf(candidate)) === key);
    const used = own.flatMap(({ uses }) => uses.filter((other) => byKey.has(other)).map(ownerOf));
    const uses = [...new Set(used)].filter((other) => other !== key).sort();
    return [{ key, resource, parts: own.filter((part) => part !== resource), uses }];
  });
}
