import type { PutKeyPolicyCommandInput } from "@aws-sdk/client-kms";
import { operation, type Input } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { checkLockout, policyName, readKeyPolicy, requirePolicyName } from "../keyPolicy.ts";

/** Replaces the policy of a key. */
export const putKeyPolicy = operation<Input<PutKeyPolicyCommandInput>, object>({
  service: "kms",
  name: "PutKeyPolicy",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  readOnly: false,
  audit: {
    request: ({ KeyId, PolicyName, Policy, BypassPolicyLockoutSafetyCheck }) => ({
      keyId: KeyId,
      policyName: PolicyName ?? policyName,
      policy: Policy,
      bypassPolicyLockoutSafetyCheck: BypassPolicyLockoutSafetyCheck ?? false,
    }),
  },
  access: (context, { KeyId, BypassPolicyLockoutSafetyCheck: bypass = false }) => {
    const conditions = { "kms:BypassPolicyLockoutSafetyCheck": bypass };
    return [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:PutKeyPolicy", { conditions })];
  },
  run: (context, { KeyId, PolicyName, Policy, BypassPolicyLockoutSafetyCheck: bypass = false }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requirePolicyName(PolicyName);
    const policy = readKeyPolicy(context, Policy);
    if (!bypass) checkLockout(context, key, policy);
    key.policy = policy;
    return {};
  },
});
