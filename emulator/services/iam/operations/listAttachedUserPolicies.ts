import type { ListAttachedUserPoliciesCommandInput, ListAttachedUserPoliciesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { attachedPolicyPage } from "../policies/attachedPolicies.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Lists the managed policies attached to a user. */
export const listAttachedUserPolicies = operation<
  Input<ListAttachedUserPoliciesCommandInput>,
  Output<ListAttachedUserPoliciesCommandOutput>
>({
  service: "iam",
  name: "ListAttachedUserPolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListAttachedUserPolicies", UserName),
  run: (context, input) => attachedPolicyPage(findUser(context, input.UserName), input),
});
