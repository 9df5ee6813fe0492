import type { UntagRoleCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";
import { tagsWithout } from "../tags.ts";

/** Removes tags from a role. */
export const untagRole = operation<Input<UntagRoleCommandInput>, object>({
  service: "iam",
  name: "UntagRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html",
  readOnly: false,
  access: (context, { RoleName, TagKeys }) => roleAccess(context, "UntagRole", RoleName, { "aws:TagKeys": TagKeys }),
  run: (context, { RoleName, TagKeys }) => {
    const role = findRole(context, RoleName);
    role.tags = tagsWithout(role.tags, TagKeys);
    return {};
  },
});
