import type { DeleteGroupCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { checkGroupDeletable } from "../checkDeletable.ts";
import { findGroup, groupAccess } from "../groups/findGroup.ts";

/** Deletes a group without members and policies. Throws DeleteConflict otherwise. */
export const deleteGroup = operation<Input<DeleteGroupCommandInput>, object>({
  service: "iam",
  name: "DeleteGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html",
  readOnly: false,
  access: (context, { GroupName }) => groupAccess(context, "DeleteGroup", GroupName),
  run: (context, { GroupName }) => {
    const group = findGroup(context, GroupName);
    checkGroupDeletable(group);
    context.account.iam.groups.remove(group);
    return {};
  },
});
