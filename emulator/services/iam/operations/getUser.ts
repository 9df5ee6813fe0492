import type { GetUserCommandInput, User as ShownUser } from "@aws-sdk/client-iam";
import type { CallContext } from "../../../callContext.ts";
import { operation, type Input } from "../../../operation.ts";
import type { Bounded } from "../policies/permissionsBoundary.ts";
import { listedOwner, listedOwnerAccess } from "../users/findUser.ts";
import { shownUser } from "../users/shownUser.ts";

/** Shows a user; without a name, the caller. */
export const getUser = operation<Input<GetUserCommandInput>, { User: Bounded<ShownUser> }>({
  service: "iam",
  name: "GetUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html",
  readOnly: true,
  access: (context, { UserName }) => listedOwnerAccess(context, "GetUser", UserName),
  run: (context, { UserName }) => {
    const user = listedOwner(context, UserName);
    return { User: user ? shownUser(user) : shownRoot(context) };
  },
});

/** The root user has no name, and no date of creation that an embedded account could state. */
function shownRoot({ caller }: CallContext): Bounded<ShownUser> {
  return { Path: undefined, UserName: undefined, UserId: caller.principalId, Arn: caller.arn, CreateDate: undefined };
}
