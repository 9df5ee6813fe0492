import { valuesOf } from "../../authorization/conditions/conditionContext.ts";
import type { CallContext } from "../../callContext.ts";
import type { NeededAccess } from "../../operation.ts";
import { accountAccess, callConditions } from "./keyAccess.ts";
import { requestTagConditions, type KmsTag } from "./tags.ts";

/** What is said of a key that does not exist yet. */
interface WantedKey {
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
  readonly multiRegionType?: "PRIMARY" | "REPLICA";
  readonly region: string;
  readonly tags?: readonly KmsTag[];
  readonly bypass?: boolean;
}

/**
 * The permission to make a key, and to tag it if tags are given.
 * Source: KMS Developer Guide, "Permissions for creating KMS keys" and "Controlling access to multi-Region keys".
 */
export function createKeyAccess(context: CallContext, wanted: WantedKey): NeededAccess[] {
  const { tags = [], multiRegionType } = wanted;
  const conditions = {
    ...callConditions(context),
    "kms:BypassPolicyLockoutSafetyCheck": wanted.bypass ?? false,
    "kms:KeySpec": wanted.spec,
    "kms:KeyUsage": wanted.usage,
    "kms:KeyOrigin": wanted.origin,
    "kms:MultiRegion": multiRegionType !== undefined,
    "kms:MultiRegionKeyType": multiRegionType,
    ...requestTagConditions(tags),
  };
  const create = accountAccess(context, "kms:CreateKey", conditions);
  if (tags.length === 0) return [create];
  // The key to be tagged does not exist yet: policies are matched as if it might be any key of the account.
  const anyKey = `arn:aws:kms:${wanted.region}:${context.accountId}:key/*`;
  const resource = { ...create.resource, arn: anyKey, shownAs: "" };
  const taggingConditions = { ...valuesOf(create.conditions), "kms:BypassPolicyLockoutSafetyCheck": undefined };
  return [create, { action: "kms:TagResource", resource, conditions: taggingConditions }];
}
