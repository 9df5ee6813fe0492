import type { PutRolePermissionsBoundaryCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findBoundary } from "../policies/permissionsBoundary.ts";
import { findModifiableRole, roleAccess } from "../roles/findRole.ts";

/** Sets the permissions boundary of a role, in place of another. */
export const putRolePermissionsBoundary = operation<Input<PutRolePermissionsBoundaryCommandInput>, object>({
  service: "iam",
  name: "PutRolePermissionsBoundary",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html",
  readOnly: false,
  access: (context, { RoleName, PermissionsBoundary }) =>
    roleAccess(context, "PutRolePermissionsBoundary", RoleName, { "iam:PermissionsBoundary": PermissionsBoundary }),
  run: (context, { RoleName, PermissionsBoundary }) => {
    findModifiableRole(context, RoleName).boundary = findBoundary(context, PermissionsBoundary);
    return {};
  },
});
