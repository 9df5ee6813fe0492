import type { DeleteGroupPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { findInlinePolicy } from "../policies/inlinePolicies.ts";

/** Deletes an inline policy of a group. */
export const deleteGroupPolicy = operation<Input<DeleteGroupPolicyCommandInput>, object>({
  service: "iam",
  name: "DeleteGroupPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html",
  readOnly: false,
  access: (context, { GroupName }) => groupAccess(context, "DeleteGroupPolicy", GroupName),
  run: (context, { GroupName, PolicyName }) => {
    const group = findGroup(context, GroupName);
    group.inlinePolicies.delete(findInlinePolicy(group, PolicyName).name);
    return {};
  },
});
