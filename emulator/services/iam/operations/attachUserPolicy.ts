import type { AttachUserPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { attachPolicy } from "../policies/attachedPolicies.ts";
import { findUser, userPolicyAccess } from "../users/findUser.ts";

/** Attaches a managed policy to a user. */
export const attachUserPolicy = operation<Input<AttachUserPolicyCommandInput>, object>({
  service: "iam",
  name: "AttachUserPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html",
  readOnly: false,
  access: (context, { UserName, PolicyArn }) =>
    userPolicyAccess(context, "AttachUserPolicy", UserName, { "iam:PolicyARN": PolicyArn }),
  run: (context, { UserName, PolicyArn }) => {
    attachPolicy(context, findUser(context, UserName), PolicyArn);
    return {};
  },
});
