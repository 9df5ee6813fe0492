import type { TagUserCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { tagsWith } from "../tags.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Adds tags to a user, or gives them new values. */
export const tagUser = operation<Input<TagUserCommandInput>, object>({
  service: "iam",
  name: "TagUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html",
  readOnly: false,
  access: (context, { UserName, Tags }) => userAccess(context, "TagUser", UserName, requestTags(Tags)),
  run: (context, { UserName, Tags }) => {
    const user = findUser(context, UserName);
    user.tags = tagsWith(user.tags, Tags);
    return {};
  },
});
