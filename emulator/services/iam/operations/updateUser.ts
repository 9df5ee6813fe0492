import type { UpdateUserCommandInput } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input, type NeededAccess } from "../../../operation.ts";
import { alreadyExists } from "../alreadyExists.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Gives a user another name or path; its unique id, keys and policies stay. */
export const updateUser = operation<Input<UpdateUserCommandInput>, object>({
  service: "iam",
  name: "UpdateUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html",
  readOnly: false,
  access: (context, input) => [...userAccess(context, "UpdateUser", input.UserName), ...accessToTarget(context, input)],
  run: (context, { UserName, NewUserName = UserName, NewPath }) => {
    const user = findUser(context, UserName);
    const { users } = context.account.iam;
    if (NewUserName.toLowerCase() !== UserName.toLowerCase() && users.has(NewUserName)) {
      throw alreadyExists(`User with name ${NewUserName} already exists.`);
    }
    users.remove(user);
    user.rename(NewUserName, NewPath);
    users.add(user);
    return {};
  },
});

/** Both the old and the new user must be allowed. Source: IAM User Guide, "Renaming an IAM user". */
function accessToTarget(context: CallContext, input: Input<UpdateUserCommandInput>): readonly NeededAccess[] {
  const { UserName, NewUserName, NewPath } = input;
  if (NewUserName === undefined && NewPath === undefined) return [];
  const { accountId, account } = context;
  const path = NewPath ?? account.iam.users.find(UserName)?.path ?? "/";
  const arn = identityArn(accountId, "user", path, NewUserName ?? UserName);
  return iamAccess(context, "UpdateUser", arn);
}
