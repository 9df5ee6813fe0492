import type { SetDefaultPolicyVersionCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findPolicyVersion, policyChangeAccess } from "../policies/findPolicy.ts";

/** Puts a version of a managed policy in force wherever the policy is attached. */
export const setDefaultPolicyVersion = operation<Input<SetDefaultPolicyVersionCommandInput>, object>({
  service: "iam",
  name: "SetDefaultPolicyVersion",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html",
  readOnly: false,
  access: (context, { PolicyArn }) => policyChangeAccess(context, "SetDefaultPolicyVersion", PolicyArn),
  run: (context, { PolicyArn, VersionId }) => {
    const { policy, version } = findPolicyVersion(context, PolicyArn, VersionId);
    policy.setDefaultVersion(version, context.now);
    return {};
  },
});
