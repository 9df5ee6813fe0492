import type { UpdateAssumeRolePolicyCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findModifiableRole, roleAccess } from "../roles/findRole.ts";
import { readTrustPolicy } from "../roles/trustPolicy.ts";

/** Writes the trust policy of a role. Sessions that have begun go on. */
export const updateAssumeRolePolicy = operation<Input<UpdateAssumeRolePolicyCommandInput>, object>({
  service: "iam",
  name: "UpdateAssumeRolePolicy",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html",
  readOnly: false,
  access: (context, { RoleName }) => roleAccess(context, "UpdateAssumeRolePolicy", RoleName),
  run: (context, { RoleName, PolicyDocument }) => {
    findModifiableRole(context, RoleName).trustPolicy = readTrustPolicy(context, PolicyDocument);
    return {};
  },
});
