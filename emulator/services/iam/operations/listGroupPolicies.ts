import type { ListGroupPoliciesCommandInput, ListGroupPoliciesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { inlinePolicyPage } from "../policies/inlinePolicies.ts";

/** Lists the names of the inline policies of a group. */
export const listGroupPolicies = operation<
  Input<ListGroupPoliciesCommandInput>,
  Output<ListGroupPoliciesCommandOutput>
>({
  service: "iam",
  name: "ListGroupPolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html",
  readOnly: true,
  access: (context, { GroupName }) => groupAccess(context, "ListGroupPolicies", GroupName),
  run: (context, input) => inlinePolicyPage(findGroup(context, input.GroupName), input),
});
