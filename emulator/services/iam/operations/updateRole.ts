import type { UpdateRoleCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findModifiableRole, findRole, roleAccess } from "../roles/findRole.ts";

/** Changes the description or the longest session of a role. */
export const updateRole = operation<Input<UpdateRoleCommandInput>, object>({
  service: "iam",
  name: "UpdateRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html",
  readOnly: false,
  access: (context, { RoleName }) => roleAccess(context, "UpdateRole", RoleName),
  run: (context, { RoleName, Description, MaxSessionDuration }) => {
    // The description of a service-linked role can be changed. Source: IAM User Guide, "Edit a service-linked role description".
    const role = MaxSessionDuration === undefined ? findRole(context, RoleName) : findModifiableRole(context, RoleName);
    role.description = Description ?? role.description;
    role.maxSessionDuration = MaxSessionDuration ?? role.maxSessionDuration;
    return {};
  },
});
