import type { UpdateRoleDescriptionCommandInput, Role as ShownRole } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import type { Bounded } from "../policies/permissionsBoundary.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";
import { createdRole } from "../roles/shownRole.ts";

/** Changes the description of a role. */
export const updateRoleDescription = operation<Input<UpdateRoleDescriptionCommandInput>, { Role: Bounded<ShownRole> }>({
  service: "iam",
  name: "UpdateRoleDescription",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html",
  readOnly: false,
  access: (context, { RoleName }) => roleAccess(context, "UpdateRoleDescription", RoleName),
  run: (context, { RoleName, Description }) => {
    const role = findRole(context, RoleName);
    role.description = Description;
    return { Role: { ...createdRole(context, role), Description: role.description } };
  },
});
