import type { ConditionValues } from "../../../authorization/conditions/conditionContext.ts";
import { AwsError } from "../../../awsError.ts";
import type { CallContext } from "../../../callContext.ts";
import type { NeededAccess } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { awsManagedPrefix, type ManagedPolicy, type PolicyVersion } from "./managedPolicy.ts";

/** A managed policy by its ARN. Throws NoSuchEntity, or a ValidationError for what is no ARN. */
export function findPolicy(context: CallContext, arn: string): ManagedPolicy {
  checkPolicyArn(arn);
  const policy = context.account.iam.managedPolicy(arn);
  if (!policy) throw noSuchEntity(`Policy ${arn} was not found.`);
  return policy;
}

/** Throws a ValidationError for what is no ARN of a managed policy. */
export function checkPolicyArn(arn: string): void {
  if (!isPolicyArn(arn)) throw new AwsError("ValidationError", "Invalid ARN:  Could not be parsed!");
}

/** Throws InvalidInput for what is no ARN of a managed policy, as AWS does where a policy is attached or is a boundary. */
export function checkAttachableArn(arn: string): void {
  if (!isPolicyArn(arn)) throw new AwsError("InvalidInput", `ARN ${arn} is not valid.`);
}

function isPolicyArn(arn: string): boolean {
  return /^arn:aws:iam::(\d{12}|aws):policy\/.+$/.test(arn);
}

/** A managed policy and one of its versions. Throws NoSuchEntity, or a ValidationError for what is no ARN. */
export function findPolicyVersion(
  context: CallContext,
  arn: string,
  id: string,
): { readonly policy: ManagedPolicy; readonly version: PolicyVersion } {
  checkPolicyArn(arn);
  const policy = context.account.iam.managedPolicy(arn);
  const version = policy?.versions.get(id);
  if (!policy || !version) throw noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`);
  return { policy, version };
}

/** The permission to read a managed policy, AWS's own included. */
export function policyAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  const policy = context.account.iam.managedPolicy(arn);
  return iamAccess(context, action, arn, {
    shownAs: `policy ${arn}`,
    conditions,
    tags: policy?.tags,
  });
}

/** The permission to change a managed policy. AWS's own belong to another account, which lets nobody. */
export function policyChangeAccess(
  context: CallContext,
  action: string,
  arn: string,
  conditions?: ConditionValues,
): readonly NeededAccess[] {
  return policyAccess(context, action, arn, conditions).map((access) =>
    arn.startsWith(awsManagedPrefix) ? { ...access, resource: { ...access.resource, accountId: "aws" } } : access,
  );
}
