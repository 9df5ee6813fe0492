import type { DetachRolePolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { detachPolicy } from "../policies/attachedPolicies.ts";
import { findModifiableRole, rolePolicyAccess } from "../roles/findRole.ts";

/** Detaches a managed policy from a role. */
export const detachRolePolicy = operation<Input<DetachRolePolicyCommandInput>, object>({
  service: "iam",
  name: "DetachRolePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html",
  readOnly: false,
  access: (context, { RoleName, PolicyArn }) =>
    rolePolicyAccess(context, "DetachRolePolicy", RoleName, { "iam:PolicyARN": PolicyArn }),
  run: (context, { RoleName, PolicyArn }) => {
    detachPolicy(findModifiableRole(context, RoleName), PolicyArn);
    return {};
  },
});
