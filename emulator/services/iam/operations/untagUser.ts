import type { UntagUserCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { tagsWithout } from "../tags.ts";
import { findUser, userAccess } from "../users/findUser.ts";

/** Removes tags from a user. */
export const untagUser = operation<Input<UntagUserCommandInput>, object>({
  service: "iam",
  name: "UntagUser",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html",
  readOnly: false,
  access: (context, { UserName, TagKeys }) => userAccess(context, "UntagUser", UserName, { "aws:TagKeys": TagKeys }),
  run: (context, { UserName, TagKeys }) => {
    const user = findUser(context, UserName);
    user.tags = tagsWithout(user.tags, TagKeys);
    return {};
  },
});
