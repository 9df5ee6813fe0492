import type { ListRolePoliciesCommandInput, ListRolePoliciesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { inlinePolicyPage } from "../policies/inlinePolicies.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";

/** Lists the names of the inline policies of a role. */
export const listRolePolicies = operation<Input<ListRolePoliciesCommandInput>, Output<ListRolePoliciesCommandOutput>>({
  service: "iam",
  name: "ListRolePolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "ListRolePolicies", RoleName),
  run: (context, input) => inlinePolicyPage(findRole(context, input.RoleName), input),
});
