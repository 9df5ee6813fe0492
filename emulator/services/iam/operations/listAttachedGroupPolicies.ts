import type {
  ListAttachedGroupPoliciesCommandInput,
  ListAttachedGroupPoliciesCommandOutput,
} from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { attachedPolicyPage } from "../policies/attachedPolicies.ts";

/** Lists the managed policies attached to a group. */
export const listAttachedGroupPolicies = operation<
  Input<ListAttachedGroupPoliciesCommandInput>,
  Output<ListAttachedGroupPoliciesCommandOutput>
>({
  service: "iam",
  name: "ListAttachedGroupPolicies",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html",
  readOnly: true,
  access: (context, { GroupName }) => groupAccess(context, "ListAttachedGroupPolicies", GroupName),
  run: (context, input) => attachedPolicyPage(findGroup(context, input.GroupName), input),
});
