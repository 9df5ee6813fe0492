import type { ListUserPoliciesCommandInput, ListUserPoliciesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { inlinePolicyPage } from "../policies/inlinePolicies.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Lists the names of the inline policies of a user. */
export const listUserPolicies = operation<Input<ListUserPoliciesCommandInput>, Output<ListUserPoliciesCommandOutput>>({
  service: "iam",
  name: "ListUserPolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListUserPolicies", UserName),
  run: (context, input) => inlinePolicyPage(findUser(context, input.UserName), input),
});
