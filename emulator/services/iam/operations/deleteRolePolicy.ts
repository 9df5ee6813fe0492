import type { DeleteRolePolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findInlinePolicy } from "../policies/inlinePolicies.ts";
import { findModifiableRole, rolePolicyAccess } from "../roles/findRole.ts";

/** Deletes an inline policy of a role. */
export const deleteRolePolicy = operation<Input<DeleteRolePolicyCommandInput>, object>({
  service: "iam",
  name: "DeleteRolePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html",
  readOnly: false,
  access: (context, { RoleName }) => rolePolicyAccess(context, "DeleteRolePolicy", RoleName),
  run: (context, { RoleName, PolicyName }) => {
    const role = findModifiableRole(context, RoleName);
    role.inlinePolicies.delete(findInlinePolicy(role, PolicyName).name);
    return {};
  },
});
