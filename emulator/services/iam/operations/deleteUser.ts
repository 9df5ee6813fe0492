import type { DeleteUserCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { checkUserDeletable } from "../checkDeletable.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Deletes a user to whom nothing belongs any more. Throws DeleteConflict otherwise. */
export const deleteUser = operation<Input<DeleteUserCommandInput>, object>({
  service: "iam",
  name: "DeleteUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html",
  readOnly: false,
  access: (context, { UserName }) => userAccess(context, "DeleteUser", UserName),
  run: (context, { UserName }) => {
    const user = findUser(context, UserName);
    checkUserDeletable(user);
    user.boundary = undefined;
    context.account.iam.users.remove(user);
    return {};
  },
});
