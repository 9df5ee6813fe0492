import {
  keyOf,
  type Inputs,
  type ObservedDeployment,
  type ObservedResource,
} from "../../mutations/observedResource.ts";

/** A resource as a program registers it. */
export function resource(type: string, name: string, inputs: Inputs, uses: readonly string[] = []): ObservedResource {
  return { type, name, parent: "keylab:infra:Parent::parent", inputs, secretInputs: [], uses };
}

/** A deployment of these resources. */
export function deployment(...resources: readonly ObservedResource[]): ObservedDeployment {
  return new Map(resources.map((each) => [keyOf(each), each]));
}

/** A key whose policy has these statements. */
export function keyWith(...statements: readonly object[]): ObservedResource {
  return resource("aws:kms/key:Key", "key", {
    policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  });
}

export const ada = resource("aws:iam/user:User", "ada", { name: "ada-1" });
export const adaArn = "arn:aws:iam::000000000000:user/ada-1";
