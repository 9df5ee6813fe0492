import type { ListGroupsCommandInput, ListGroupsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { shownGroup } from "../groups/findGroup.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { directoryPage } from "../page.ts";

/** Lists the groups below a path. */
export const listGroups = operation<Input<ListGroupsCommandInput>, Output<ListGroupsCommandOutput>>({
  service: "iam",
  name: "ListGroups",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html",
  readOnly: true,
  access: (context, { PathPrefix = "/" }) =>
    iamAccess(context, "ListGroups", identityArn(context.accountId, "group", PathPrefix, "")),
  run: (context, input) => {
    const { items, truncation } = directoryPage(context.account.iam.groups, input);
    return { Groups: items.map(shownGroup), ...truncation };
  },
});
