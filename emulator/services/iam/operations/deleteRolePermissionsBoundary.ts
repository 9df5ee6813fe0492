import type { DeleteRolePermissionsBoundaryCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { removeBoundary } from "../policies/permissionsBoundary.ts";
import { findModifiableRole, rolePolicyAccess } from "../roles/findRole.ts";

/** Removes the permissions boundary of a role: what it limited is allowed again. Throws NoSuchEntity if there is none. */
export const deleteRolePermissionsBoundary = operation<Input<DeleteRolePermissionsBoundaryCommandInput>, object>({
  service: "iam",
  name: "DeleteRolePermissionsBoundary",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html",
  readOnly: false,
  access: (context, { RoleName }) => rolePolicyAccess(context, "DeleteRolePermissionsBoundary", RoleName),
  run: (context, { RoleName }) => {
    removeBoundary(findModifiableRole(context, RoleName));
    return {};
  },
});
