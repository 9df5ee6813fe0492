import type { GetUserCommandInput, User as ShownUser } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import type { Bounded } from "../policies/permissionsBoundary.ts";
import { findUser, userAccess, userNameOrCaller } from "../users/findUser.ts";
import { shownUser } from "../users/shownUser.ts";

/** Shows a user; without a name, the caller. */
export const getUser = operation<Input<GetUserCommandInput>, { User: Bounded<ShownUser> }>({
  service: "iam",
  name: "GetUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html",
  readOnly: true,
  access: (context, { UserName }) =>
    isRootAskingForItself(context, UserName)
      ? iamAccess(context, "GetUser", context.caller.arn)
      : userAccess(context, "GetUser", userNameOrCaller(context, UserName)),
  run: (context, { UserName }) => ({
    User: isRootAskingForItself(context, UserName)
      ? shownRoot(context)
      : shownUser(findUser(context, userNameOrCaller(context, UserName))),
  }),
});

function isRootAskingForItself({ caller }: CallContext, userName: string | undefined): boolean {
  return userName === undefined && caller.kind === "root";
}

/** The root user has no name, and no date of creation that an embedded account could state. */
function shownRoot({ caller }: CallContext): Bounded<ShownUser> {
  return { Path: undefined, UserName: undefined, UserId: caller.principalId, Arn: caller.arn, CreateDate: undefined };
}
