import type { AttachedPolicy } from "@aws-sdk/client-iam";
import { PolicyError } from "../../../authorization/policy.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { Identity } from "../identity.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { page, type PageRequest, type Truncation } from "../page.ts";
import { checkQuota } from "../quotas.ts";
import { checkAttachableArn } from "./findPolicy.ts";
import type { ManagedPolicy } from "./managedPolicy.ts";

const quota = { user: "PoliciesPerUser", role: "PoliciesPerRole", group: "PoliciesPerGroup" } as const;

/** Attaches a managed policy; once is enough. Throws InvalidInput, NoSuchEntity, LimitExceeded or PolicyNotAttachable. */
export function attachPolicy(context: CallContext, identity: Identity, arn: string): void {
  checkAttachableArn(arn);
  const policy = context.account.iam.managedPolicy(arn);
  if (!policy) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
  checkEvaluated(policy);
  checkQuota(quota[identity.kind], new Set([...identity.attachedPolicies.keys(), arn]).size);
  identity.attach(policy);
}

/** Throws InvalidInput or NoSuchEntity. */
export function detachPolicy(identity: Identity, arn: string): void {
  checkAttachableArn(arn);
  if (!identity.detach(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
}

/** One page of what is attached to an identity, by name. */
export function attachedPolicyPage(
  identity: Identity,
  request: PageRequest & { readonly PathPrefix?: string },
): Truncation & { AttachedPolicies: AttachedPolicy[] } {
  const { PathPrefix = "/" } = request;
  const policies = [...identity.attachedPolicies.values()].filter(({ path }) => path.startsWith(PathPrefix));
  const { items, truncation } = page(policies, ({ name, arn }) => `${name} ${arn}`, request);
  return { AttachedPolicies: items.map(attachedPolicy), ...truncation };
}

/** A managed policy as lists of what is attached show it. */
export function attachedPolicy({ name, arn }: ManagedPolicy): { PolicyName: string; PolicyArn: string } {
  return { PolicyName: name, PolicyArn: arn };
}

/** An AWS managed policy that cannot be evaluated must not be attached in silence. Throws PolicyNotAttachable. */
export function checkEvaluated(policy: ManagedPolicy): void {
  try {
    policy.inForce();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new AwsError("PolicyNotAttachable", `The embedded AWS cannot evaluate ${policy.arn} yet: ${error.message}`);
  }
}
