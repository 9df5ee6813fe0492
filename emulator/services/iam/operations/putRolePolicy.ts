import type { PutRolePolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { putInlinePolicy } from "../policies/inlinePolicies.ts";
import { findModifiableRole, rolePolicyAccess } from "../roles/findRole.ts";

/** Writes an inline policy of a role, in place of one of the same name. */
export const putRolePolicy = operation<Input<PutRolePolicyCommandInput>, object>({
  service: "iam",
  name: "PutRolePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
  readOnly: false,
  access: (context, { RoleName }) => rolePolicyAccess(context, "PutRolePolicy", RoleName),
  run: (context, { RoleName, PolicyName, PolicyDocument }) => {
    putInlinePolicy(findModifiableRole(context, RoleName), PolicyName, PolicyDocument);
    return {};
  },
});
