import type { DeleteInstanceProfileCommandInput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input } from "../../../operation.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";

/** Deletes an instance profile without a role. Throws DeleteConflict otherwise. */
export const deleteInstanceProfile = operation<Input<DeleteInstanceProfileCommandInput>, object>({
  service: "iam",
  name: "DeleteInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html",
  readOnly: false,
  access: (context, { InstanceProfileName }) =>
    instanceProfileAccess(context, "DeleteInstanceProfile", InstanceProfileName),
  run: (context, { InstanceProfileName }) => {
    const profile = findInstanceProfile(context, InstanceProfileName);
    if (profile.role) {
      throw new AwsError("DeleteConflict", "Cannot delete entity, must remove roles from instance profile first.", {
        status: 409,
      });
    }
    context.account.iam.instanceProfiles.remove(profile);
    return {};
  },
});
