import type { GetRolePolicyCommandInput, GetRolePolicyCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findInlinePolicy } from "../policies/inlinePolicies.ts";
import { encodeDocument } from "../policies/policyDocument.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";

/** Shows an inline policy of a role. */
export const getRolePolicy = operation<Input<GetRolePolicyCommandInput>, Output<GetRolePolicyCommandOutput>>({
  service: "iam",
  name: "GetRolePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "GetRolePolicy", RoleName),
  run: (context, { RoleName, PolicyName }) => {
    const { policy } = findInlinePolicy(findRole(context, RoleName), PolicyName);
    return { RoleName, PolicyName, PolicyDocument: encodeDocument(policy.text) };
  },
});
