import type { GetUserPolicyCommandInput, GetUserPolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findInlinePolicy } from "../policies/inlinePolicies.ts";
import { encodeDocument } from "../policies/policyDocument.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Shows an inline policy of a user. */
export const getUserPolicy = operation<Input<GetUserPolicyCommandInput>, Output<GetUserPolicyCommandOutput>>({
  service: "iam",
  name: "GetUserPolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "GetUserPolicy", UserName),
  run: (context, { UserName, PolicyName }) => {
    const { policy } = findInlinePolicy(findUser(context, UserName), PolicyName);
    return { UserName, PolicyName, PolicyDocument: encodeDocument(policy.text) };
  },
});
