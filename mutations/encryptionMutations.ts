import * as pulumi from "@pulumi/pulumi";
import type { Mutation } from "./mutation.ts";
import { nameOfResource } from "./nameOfResource.ts";
import { keyOf, type ObservedDeployment } from "./observedResource.ts";

/** What names a key among the inputs of a resource, whatever it encrypts: `kmsKeyId`, `kmsKeyArn`, `kmsMasterKeyId`. */
const namesKey = /^kms(Master)?Key(Id|Arn)$/;

/** A key forgotten: what it should encrypt is left to a key of the service's own. */
export function encryptionMutations(deployments: readonly ObservedDeployment[]): readonly Mutation[] {
  const mutations = new Map<string, Mutation>();
  for (const deployment of deployments) {
    for (const resource of deployment.values()) {
      if (resource.type.startsWith("aws:kms/")) continue;
      for (const [input, value] of Object.entries(resource.inputs)) {
        if (!mentionsKey(value) && !(namesKey.test(input) && typeof value === "string")) continue;
        const name = `${nameOfResource(resource)}, ${input}: the key is forgotten`;
        mutations.set(name, {
          name,
          resource: keyOf(resource),
          change: ({ props, opts }) => {
            if (namesKey.test(input)) return { props: { ...props, [input]: undefined }, opts };
            return { props: { ...props, [input]: pulumi.output(props[input]).apply(withoutKey) }, opts };
          },
        });
      }
    }
  }
  return [...mutations.values()];
}

function mentionsKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, member]) => (namesKey.test(name) && typeof member === "string") || mentionsKey(member),
  );
}

/** Settings without a key: a table's are off altogether, as only so it is under a key that DynamoDB owns; S3 uses its own. */
function withoutKey(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutKey);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value)
    .filter(([name]) => !namesKey.test(name))
    .map(([name, member]) => [name, withoutKey(member)] as const);
  const settings = Object.fromEntries(members);
  if ("enabled" in settings) return { ...settings, enabled: false };
  return "sseAlgorithm" in settings ? { ...settings, sseAlgorithm: "AES256" } : settings;
}
