import type { GetRoleCommandInput, GetRoleCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findRole, roleAccess } from "../findRole.ts";
import { shownRole } from "../shownRole.ts";

/** Shows a role. */
export const getRole = operation<Input<GetRoleCommandInput>, Output<GetRoleCommandOutput>>({
  service: "iam",
  name: "GetRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "GetRole", RoleName),
  run: (context, { RoleName }) => ({ Role: shownRole(context, findRole(context, RoleName)) }),
});
