import type { AttachGroupPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { attachPolicy } from "../policies/attachedPolicies.ts";

/** Attaches a managed policy to a group. */
export const attachGroupPolicy = operation<Input<AttachGroupPolicyCommandInput>, object>({
  service: "iam",
  name: "AttachGroupPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html",
  readOnly: false,
  access: (context, { GroupName, PolicyArn }) =>
    groupAccess(context, "AttachGroupPolicy", GroupName, { "iam:PolicyARN": PolicyArn }),
  run: (context, { GroupName, PolicyArn }) => {
    attachPolicy(context, findGroup(context, GroupName), PolicyArn);
    return {};
  },
});
