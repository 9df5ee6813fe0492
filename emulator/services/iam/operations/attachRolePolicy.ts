import type { AttachRolePolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { attachPolicy } from "../policies/attachedPolicies.ts";
import { findModifiableRole, rolePolicyAccess } from "../roles/findRole.ts";

/** Attaches a managed policy to a role. */
export const attachRolePolicy = operation<Input<AttachRolePolicyCommandInput>, object>({
  service: "iam",
  name: "AttachRolePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
  readOnly: false,
  access: (context, { RoleName, PolicyArn }) =>
    rolePolicyAccess(context, "AttachRolePolicy", RoleName, { "iam:PolicyARN": PolicyArn }),
  run: (context, { RoleName, PolicyArn }) => {
    attachPolicy(context, findModifiableRole(context, RoleName), PolicyArn);
    return {};
  },
});
