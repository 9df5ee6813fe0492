import type { ListUserTagsCommandInput, ListUserTagsCommandOutput } from "@aws-sdk/client-iam";
import { operation, type Input, type Output } from "../../../operation.ts";
import { tagPage } from "../tags.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Lists the tags of a user. */
export const listUserTags = operation<Input<ListUserTagsCommandInput>, Output<ListUserTagsCommandOutput>>({
  service: "iam",
  name: "ListUserTags",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html",
  readOnly: true,
  access: (context, { UserName }) => userAccess(context, "ListUserTags", UserName),
  run: (context, input) => tagPage(findUser(context, input.UserName), input),
});
