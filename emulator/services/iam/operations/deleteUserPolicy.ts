import type { DeleteUserPolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findInlinePolicy } from "../policies/inlinePolicies.ts";
import { findUser, userPolicyAccess } from "../users/findUser.ts";

/** Deletes an inline policy of a user. */
export const deleteUserPolicy = operation<Input<DeleteUserPolicyCommandInput>, object>({
  service: "iam",
  name: "DeleteUserPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html",
  readOnly: false,
  access: (context, { UserName }) => userPolicyAccess(context, "DeleteUserPolicy", UserName),
  run: (context, { UserName, PolicyName }) => {
    const user = findUser(context, UserName);
    user.inlinePolicies.delete(findInlinePolicy(user, PolicyName).name);
    return {};
  },
});
