import type { AddRoleToInstanceProfileCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { checkQuota } from "../quotas.ts";
import { findInstanceProfile, instanceProfileAccess } from "../roles/findInstanceProfile.ts";
import { findModifiableRole, passRoleAccess } from "../roles/findRole.ts";

/** Puts a role into an instance profile, which takes one. EC2 can then be given the role: that is passing it. */
export const addRoleToInstanceProfile = operation<Input<AddRoleToInstanceProfileCommandInput>, object>({
  service: "iam",
  name: "AddRoleToInstanceProfile",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html",
  readOnly: false,
  access: (context, { InstanceProfileName, RoleName }) => [
    ...instanceProfileAccess(context, "AddRoleToInstanceProfile", InstanceProfileName),
    ...passRoleAccess(context, RoleName, "ec2.amazonaws.com"),
  ],
  run: (context, { InstanceProfileName, RoleName }) => {
    const profile = findInstanceProfile(context, InstanceProfileName);
    const role = findModifiableRole(context, RoleName);
    checkQuota("InstanceSessionsPerInstanceProfile", profile.role ? 2 : 1);
    profile.role = role;
    role.instanceProfiles.add(profile);
    return {};
  },
});
