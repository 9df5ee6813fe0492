import type { GetKeyPolicyCommandInput, GetKeyPolicyCommandOutput } from "@aws-sdk/client-kms";
import { policyAsShown } from "../../../authorization/policyAsShown.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findKeyByIdOrArn } from "../findKey.ts";
import { ownKeyAccess } from "../keyAccess.ts";
import { policyName, requirePolicyName } from "../keyPolicy.ts";

/** Shows the policy of a key. */
export const getKeyPolicy = operation<Input<GetKeyPolicyCommandInput>, Output<GetKeyPolicyCommandOutput>>({
  service: "kms",
  name: "GetKeyPolicy",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html",
  readOnly: true,
  access: (context, { KeyId }) => [ownKeyAccess(context, findKeyByIdOrArn(context, KeyId), "kms:GetKeyPolicy")],
  run: (context, { KeyId, PolicyName }) => {
    const key = findKeyByIdOrArn(context, KeyId);
    requirePolicyName(PolicyName);
    return { Policy: policyAsShown(context.instance, key.policy), PolicyName: policyName };
  },
});
