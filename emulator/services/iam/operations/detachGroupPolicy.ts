import type { DetachGroupPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";
import { detachPolicy } from "../policies/attachedPolicies.ts";

/** Detaches a managed policy from a group. */
export const detachGroupPolicy = operation<Input<DetachGroupPolicyCommandInput>, object>({
  service: "iam",
  name: "DetachGroupPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html",
  readOnly: false,
  access: (context, { GroupName, PolicyArn }) =>
    groupAccess(context, "DetachGroupPolicy", GroupName, { "iam:PolicyARN": PolicyArn }),
  run: (context, { GroupName, PolicyArn }) => {
    detachPolicy(findGroup(context, GroupName), PolicyArn);
    return {};
  },
});
