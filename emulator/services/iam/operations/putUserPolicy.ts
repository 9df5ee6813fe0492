import type { PutUserPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { putInlinePolicy } from "../policies/inlinePolicies.ts";
import { findUser, userPolicyAccess } from "../users/findUser.ts";

/** Writes an inline policy of a user, in place of one of the same name. */
export const putUserPolicy = operation<Input<PutUserPolicyCommandInput>, object>({
  service: "iam",
  name: "PutUserPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html",
  readOnly: false,
  access: (context, { UserName }) => userPolicyAccess(context, "PutUserPolicy", UserName),
  run: (context, { UserName, PolicyName, PolicyDocument }) => {
    putInlinePolicy(findUser(context, UserName), PolicyName, PolicyDocument);
    return {};
  },
});
