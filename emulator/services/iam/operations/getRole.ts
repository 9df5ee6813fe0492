import type { GetRoleCommandInput, Role as ShownRole } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import type { Bounded } from "../policies/permissionsBoundary.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";
import { shownRole } from "../roles/shownRole.ts";

/** Shows a role. */
export const getRole = operation<Input<GetRoleCommandInput>, { Role: Bounded<ShownRole> }>({
  service: "iam",
  name: "GetRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "GetRole", RoleName),
  run: (context, { RoleName }) => ({ Role: shownRole(context, findRole(context, RoleName)) }),
});
