import type { ListUsersCommandInput, ListUsersCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { directoryPage } from "../page.ts";
import { listedUser } from "../users/shownUser.ts";

/** Lists the users below a path. */
export const listUsers = operation<Input<ListUsersCommandInput>, Output<ListUsersCommandOutput>>({
  service: "iam",
  name: "ListUsers",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html",
  readOnly: true,
  access: (context, { PathPrefix = "/" }) =>
    iamAccess(context, "ListUsers", identityArn(context.accountId, "user", PathPrefix, "")),
  run: (context, input) => {
    const { items, truncation } = directoryPage(context.account.iam.users, input);
    return { Users: items.map(listedUser), ...truncation };
  },
});
