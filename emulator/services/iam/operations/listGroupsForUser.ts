import type { ListGroupsForUserCommandInput, ListGroupsForUserCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownGroup } from "../groups/findGroup.ts";
import { page } from "../page.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Lists the groups that a user is a member of. */
export const listGroupsForUser = operation<
  Input<ListGroupsForUserCommandInput>,
  Output<ListGroupsForUserCommandOutput>
>({
  service: "iam",
  name: "ListGroupsForUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListGroupsForUser", UserName),
  run: (context, input) => {
    const { items, truncation } = page([...findUser(context, input.UserName).groups], ({ name }) => name, input);
    return { Groups: items.map(shownGroup), ...truncation };
  },
});
