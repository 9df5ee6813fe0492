import type { GetGroupPolicyCommandInput, GetGroupPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { findInlinePolicy } from "../policies/inlinePolicies.ts";
import { encodeDocument } from "../policies/policyDocument.ts";

/** Shows an inline policy of a group. */
export const getGroupPolicy = operation<Input<GetGroupPolicyCommandInput>, Output<GetGroupPolicyCommandOutput>>({
  service: "iam",
  name: "GetGroupPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html",
  readOnly: true,
  access: (context, { GroupName }) => groupAccess(context, "GetGroupPolicy", GroupName),
  run: (context, { GroupName, PolicyName }) => {
    const { policy } = findInlinePolicy(findGroup(context, GroupName), PolicyName);
    return { GroupName, PolicyName, PolicyDocument: encodeDocument(policy.text) };
  },
});
