import type { RemoveRoleFromInstanceProfileCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { noSuchEntity } from "../noSuchEntity.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";
import { findRole } from "../roles/findRole.ts";

/** Takes a role out of an instance profile. Throws NoSuchEntity if it is not in it. */
export const removeRoleFromInstanceProfile = operation<Input<RemoveRoleFromInstanceProfileCommandInput>, object>({
  service: "iam",
  name: "RemoveRoleFromInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveRoleFromInstanceProfile.html",
  readOnly: false,
  access: (context, { InstanceProfileName }) =>
    instanceProfileAccess(context, "RemoveRoleFromInstanceProfile", InstanceProfileName),
  run: (context, { InstanceProfileName, RoleName }) => {
    const profile = findInstanceProfile(context, InstanceProfileName);
    const role = findRole(context, RoleName);
    if (profile.role !== role) {
      throw noSuchEntity(`Role ${RoleName} in Instance Profile ${InstanceProfileName} cannot be found.`);
    }
    profile.role = undefined;
    role.instanceProfiles.delete(profile);
    return {};
  },
});
