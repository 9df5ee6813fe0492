import type { DeleteRoleCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { checkDeletable } from "../checkDeletable.ts";
import { findRole, roleAccess } from "../findRole.ts";

/** Deletes a role that nothing belongs to any more. Throws DeleteConflict otherwise. */
export const deleteRole = operation<Input<DeleteRoleCommandInput>, object>({
  service: "iam",
  name: "DeleteRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html",
  readOnly: false,
  access: (context, { RoleName }) => roleAccess(context, "DeleteRole", RoleName),
  run: (context, { RoleName }) => {
    const role = findRole(context, RoleName);
    checkDeletable(role);
    role.boundary = undefined;
    context.account.iam.roles.remove(role);
    return {};
  },
});
