import type { ListPolicyTagsCommandInput, ListPolicyTagsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findPolicy, policyAccess } from "../policies/findPolicy.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of a managed policy. */
export const listPolicyTags = operation<Input<ListPolicyTagsCommandInput>, Output<ListPolicyTagsCommandOutput>>({
  service: "iam",
  name: "ListPolicyTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html",
  readOnly: true,
  access: (context, { PolicyArn }) => policyAccess(context, "ListPolicyTags", PolicyArn),
  run: (context, input) => tagPage(findPolicy(context, input.PolicyArn), input),
});
