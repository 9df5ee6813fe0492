import type { ListRolesCommandInput, ListRolesCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { iamAccess } from "../iamAccess.ts";
import { identityArn } from "../identity.ts";
import { directoryPage } from "../page.ts";
import { listedRole } from "../roles/shownRole.ts";

/** Lists the roles below a path. */
export const listRoles = operation<Input<ListRolesCommandInput>, Output<ListRolesCommandOutput>>({
  service: "iam",
  name: "ListRoles",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html",
  readOnly: true,
  access: (context, { PathPrefix = "/" }) =>
    iamAccess(context, "ListRoles", identityArn(context.accountId, "role", PathPrefix, "")),
  run: (context, input) => {
    const { items, truncation } = directoryPage(context.account.iam.roles, input);
    return { Roles: items.map((role) => listedRole(context, role)), ...truncation };
  },
});
