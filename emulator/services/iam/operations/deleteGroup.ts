import type { DeleteGroupCommandInput } from "@aws-sdk/client-iam";
import { operation, type Input } from "../../../operation.ts";
import { AwsError } from "../../../awsError.ts";
import { checkDeletable } from "../checkDeletable.ts";
import { findGroup, groupAccess } from "../findGroup.ts";

/** Deletes a group without members and policies. Throws DeleteConflict otherwise. */
export const deleteGroup = operation<Input<DeleteGroupCommandInput>, object>({
  service: "iam",
  name: "DeleteGroup",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html",
  readOnly: false,
  access: (context, { GroupName }) => groupAccess(context, "DeleteGroup", GroupName),
  run: (context, { GroupName }) => {
    const group = findGroup(context, GroupName);
    if (group.members.size > 0) {
      throw new AwsError("DeleteConflict", "Cannot delete entity, must remove users from group first.", {
        status: 409,
      });
    }
    checkDeletable(group);
    context.account.iam.groups.remove(group);
    return {};
  },
});
