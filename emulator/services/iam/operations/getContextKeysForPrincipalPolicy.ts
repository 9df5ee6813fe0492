import type {
  GetContextKeysForPrincipalPolicyCommandInput,
  GetContextKeysForPrincipalPolicyCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { contextKeys } from "../policies/contextKeys.ts";
import { findPolicySource } from "../policies/policySource.ts";
import { statedPolicies } from "../policies/simulation.ts";

/** Tells which context keys the policies of a user, role or group ask for, and further policies. */
export const getContextKeysForPrincipalPolicy = operation<
  Input<GetContextKeysForPrincipalPolicyCommandInput>,
  Output<GetContextKeysForPrincipalPolicyCommandOutput>
>({
  service: "iam",
  name: "GetContextKeysForPrincipalPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html",
  readOnly: true,
  access: (context, { PolicySourceArn }) => iamAccess(context, "GetContextKeysForPrincipalPolicy", PolicySourceArn),
  run: (context, { PolicySourceArn, PolicyInputList }) => {
    const attached = findPolicySource(context, PolicySourceArn).policies();
    const policies = [...attached, ...statedPolicies("PolicyInputList", PolicyInputList)];
    return { ContextKeyNames: contextKeys(policies.map(({ policy }) => policy.text)) };
  },
});
