import type { NamedPolicy } from "../../../authorization/accessRequest.ts";
import type { Identity } from "../identity.ts";
import { limitExceeded } from "../limitExceeded.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { page, type PageRequest, type Truncation } from "../page.ts";
import { policySize, readIdentityPolicy } from "./policyDocument.ts";

/** All inline policies of one identity together, in characters. Source: IAM User Guide, "IAM and AWS STS quotas". */
export const maximumInlinePolicySize = { user: 2048, role: 10_240, group: 5120 } as const;

/** Writes an inline policy, in place of one of the same name. Throws MalformedPolicyDocument or LimitExceeded. */
export function putInlinePolicy(identity: Identity, name: string, text: string): void {
  const policy = readIdentityPolicy(text);
  const others = [...identity.inlinePolicies.values()].filter((other) => other.name !== name);
  const size = [policy, ...others.map((other) => other.policy)].reduce((sum, { text }) => sum + policySize(text), 0);
  const maximum = maximumInlinePolicySize[identity.kind];
  if (size > maximum) {
    throw limitExceeded(`Maximum policy size of ${maximum} bytes exceeded for ${identity.kind} ${identity.name}`);
  }
  identity.inlinePolicies.set(name, { name, policy });
}

/** Throws NoSuchEntity. */
export function findInlinePolicy(identity: Identity, name: string): NamedPolicy {
  const policy = identity.inlinePolicies.get(name);
  if (!policy) throw noSuchEntity(`The ${identity.kind} policy with name ${name} cannot be found.`);
  return policy;
}

/** One page of the names of an identity's inline policies. */
export function inlinePolicyPage(identity: Identity, request: PageRequest): Truncation & { PolicyNames: string[] } {
  const { items, truncation } = page([...identity.inlinePolicies.keys()], (name) => name, request);
  return { PolicyNames: items, ...truncation };
}
