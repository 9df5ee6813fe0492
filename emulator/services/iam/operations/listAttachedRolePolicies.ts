import type { ListAttachedRolePoliciesCommandInput, ListAttachedRolePoliciesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { attachedPolicyPage } from "../policies/attachedPolicies.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";

/** Lists the managed policies attached to a role. */
export const listAttachedRolePolicies = operation<
  Input<ListAttachedRolePoliciesCommandInput>,
  Output<ListAttachedRolePoliciesCommandOutput>
>({
  service: "iam",
  name: "ListAttachedRolePolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "ListAttachedRolePolicies", RoleName),
  run: (context, input) => attachedPolicyPage(findRole(context, input.RoleName), input),
});
