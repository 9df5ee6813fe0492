import type { DeleteRoleCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { checkRoleDeletable } from "../checkDeletable.ts";
import { findModifiableRole, roleAccess } from "../roles/findRole.ts";

/** Deletes a role that nothing belongs to any more. Throws DeleteConflict otherwise. */
export const deleteRole = operation<Input<DeleteRoleCommandInput>, object>({
  service: "iam",
  name: "DeleteRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html",
  readOnly: false,
  access: (context, { RoleName }) => roleAccess(context, "DeleteRole", RoleName),
  run: (context, { RoleName }) => {
    const role = findModifiableRole(context, RoleName);
    checkRoleDeletable(role);
    role.boundary = undefined;
    context.account.iam.roles.remove(role);
    return {};
  },
});
