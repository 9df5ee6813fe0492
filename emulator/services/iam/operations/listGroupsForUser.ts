import type { ListGroupsForUserCommandInput, ListGroupsForUserCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { userAccess } from "../findUser.ts";
import { noneOf } from "../noneOf.ts";

/** Lists the groups of a user. There are none: the embedded AWS does not make any yet. */
export const listGroupsForUser = operation<
  Input<ListGroupsForUserCommandInput>,
  Output<ListGroupsForUserCommandOutput>
>({
  service: "iam",
  name: "ListGroupsForUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListGroupsForUser", UserName),
  run: (context, { UserName }) => ({ Groups: [], ...noneOf(context, UserName) }),
});
