import type { DeletePolicyVersionCommandInput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { findPolicyVersion, policyChangeAccess } from "../policies/findPolicy.ts";

/** Deletes a version of a managed policy that is not the default. */
export const deletePolicyVersion = operation<Input<DeletePolicyVersionCommandInput>, object>({
  service: "iam",
  name: "DeletePolicyVersion",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html",
  readOnly: false,
  access: (context, { PolicyArn }) => policyChangeAccess(context, "DeletePolicyVersion", PolicyArn),
  run: (context, { PolicyArn, VersionId }) => {
    const { policy, version } = findPolicyVersion(context, PolicyArn, VersionId);
    if (version === policy.defaultVersion) {
      throw new AwsError("DeleteConflict", "Cannot delete the default version of a policy.", { status: 409 });
    }
    policy.versions.delete(VersionId);
    return {};
  },
});
