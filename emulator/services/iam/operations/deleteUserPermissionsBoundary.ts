import type { DeleteUserPermissionsBoundaryCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { removeBoundary } from "../policies/permissionsBoundary.ts";
import { findUser, userPolicyAccess } from "../users/findUser.ts";

/** Removes the permissions boundary of a user: what it limited is allowed again. Throws NoSuchEntity if there is none. */
export const deleteUserPermissionsBoundary = operation<Input<DeleteUserPermissionsBoundaryCommandInput>, object>({
  service: "iam",
  name: "DeleteUserPermissionsBoundary",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html",
  readOnly: false,
  access: (context, { UserName }) => userPolicyAccess(context, "DeleteUserPermissionsBoundary", UserName),
  run: (context, { UserName }) => {
    removeBoundary(findUser(context, UserName));
    return {};
  },
});
