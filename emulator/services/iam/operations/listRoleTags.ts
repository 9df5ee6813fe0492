import type { ListRoleTagsCommandInput, ListRoleTagsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";
import { tagPage } from "../tags.ts";

/** Lists the tags of a role. */
export const listRoleTags = operation<Input<ListRoleTagsCommandInput>, Output<ListRoleTagsCommandOutput>>({
  service: "iam",
  name: "ListRoleTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html",
  readOnly: true,
  access: (context, { RoleName }) => roleAccess(context, "ListRoleTags", RoleName),
  run: (context, input) => tagPage(findRole(context, input.RoleName), input),
});
