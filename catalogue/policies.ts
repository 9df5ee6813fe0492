import { nameOfResource } from "../mutations/nameOfResource.ts";
import { readPolicy } from "../mutations/deployedPolicy.ts";
import { isDeepStrictEqual } from "node:util";
import type { RecordedResource, ScenarioRecord } from "./scenarioRecord.ts";

/** A policy as it is really deployed. */
export interface DeployedPolicyText {
  /** The resource and its input: `Key key, policy`. */
  readonly name: string;
  /** The deployment from which on it is so, from 0. */
  readonly deployment: number;
  /** JSON, indented. */
  readonly text: string;
}

/** All policies of a scenario, each again where a deployment changes it. */
export function policiesOf({ resources }: ScenarioRecord): readonly DeployedPolicyText[] {
  return resources.flatMap((resource) => policyInputs(resource).flatMap((input) => versions(resource, input)));
}

function policyInputs({ states }: RecordedResource): readonly string[] {
  const names = states.flatMap(({ inputs }) => Object.keys(inputs).filter((name) => readPolicy(inputs[name])));
  return [...new Set(names)];
}

function versions(resource: RecordedResource, input: string): DeployedPolicyText[] {
  const found: DeployedPolicyText[] = [];
  let last: unknown;
  for (const { deployment, inputs } of resource.states) {
    const document = inputs[input];
    if (document === undefined || isDeepStrictEqual(document, last)) continue;
    last = document;
    const text = JSON.stringify(document, undefined, 2);
    found.push({ name: `${nameOfResource(resource)}, ${input}`, deployment, text });
  }
  return found;
}
