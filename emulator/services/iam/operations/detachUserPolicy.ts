import type { DetachUserPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { detachPolicy } from "../policies/attachedPolicies.ts";
import { findUser, userPolicyAccess } from "../users/findUser.ts";

/** Detaches a managed policy from a user. */
export const detachUserPolicy = operation<Input<DetachUserPolicyCommandInput>, object>({
  service: "iam",
  name: "DetachUserPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html",
  readOnly: false,
  access: (context, { UserName, PolicyArn }) =>
    userPolicyAccess(context, "DetachUserPolicy", UserName, { "iam:PolicyARN": PolicyArn }),
  run: (context, { UserName, PolicyArn }) => {
    detachPolicy(findUser(context, UserName), PolicyArn);
    return {};
  },
});
