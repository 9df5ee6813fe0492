import type { PutGroupPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { putInlinePolicy } from "../policies/inlinePolicies.ts";

/** Writes an inline policy of a group, in place of one of the same name. */
export const putGroupPolicy = operation<Input<PutGroupPolicyCommandInput>, object>({
  service: "iam",
  name: "PutGroupPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html",
  readOnly: false,
  access: (context, { GroupName }) => groupAccess(context, "PutGroupPolicy", GroupName),
  run: (context, { GroupName, PolicyName, PolicyDocument }) => {
    putInlinePolicy(findGroup(context, GroupName), PolicyName, PolicyDocument);
    return {};
  },
});
