import type { TagRoleCommandInput } from "@aws-sdk/client-iam";
import { requestTags } from "../../../authorization/conditions/requestTags.ts";
import { operation, type Input } from "../../../operation.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";
import { tagsWith } from "../tags.ts";

/** Adds tags to a role, or gives them new values. */
export const tagRole = operation<Input<TagRoleCommandInput>, object>({
  service: "iam",
  name: "TagRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html",
  readOnly: false,
  access: (context, { RoleName, Tags }) => roleAccess(context, "TagRole", RoleName, requestTags(Tags)),
  run: (context, { RoleName, Tags }) => {
    const role = findRole(context, RoleName);
    role.tags = tagsWith(role.tags, Tags);
    return {};
  },
});
