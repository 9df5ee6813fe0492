import type { DeletePolicyCommandInput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { findPolicy, policyChangeAccess } from "../policies/findPolicy.ts";

/** Deletes a managed policy that is attached nowhere and has one version. Throws DeleteConflict otherwise. */
export const deletePolicy = operation<Input<DeletePolicyCommandInput>, object>({
  service: "iam",
  name: "DeletePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html",
  readOnly: false,
  access: (context, { PolicyArn }) => policyChangeAccess(context, "DeletePolicy", PolicyArn),
  run: (context, { PolicyArn }) => {
    const policy = findPolicy(context, PolicyArn);
    if (policy.attachedTo.size + policy.boundedBy.size > 0) {
      throw new AwsError("DeleteConflict", "Cannot delete a policy attached to entities.", { status: 409 });
    }
    if (policy.versions.size > 1) {
      throw new AwsError(
        "DeleteConflict",
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
        { status: 409 },
      );
    }
    context.account.iam.policies.remove(policy);
    return {};
  },
});
