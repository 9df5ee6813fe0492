import type { PutUserPermissionsBoundaryCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findBoundary } from "../policies/permissionsBoundary.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Sets the permissions boundary of a user, in place of another. */
export const putUserPermissionsBoundary = operation<Input<PutUserPermissionsBoundaryCommandInput>, object>({
  service: "iam",
  name: "PutUserPermissionsBoundary",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html",
  readOnly: false,
  access: (context, { UserName, PermissionsBoundary }) =>
    userAccess(context, "PutUserPermissionsBoundary", UserName, { "iam:PermissionsBoundary": PermissionsBoundary }),
  run: (context, { UserName, PermissionsBoundary }) => {
    findUser(context, UserName).boundary = findBoundary(context, PermissionsBoundary);
    return {};
  },
});
