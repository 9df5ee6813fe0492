import type { DeleteServiceLinkedRoleCommandInput, DeleteServiceLinkedRoleCommandOutput } from "@aws-sdk/client-iam";
import { AwsError } from "../../../awsError.ts";
import { operation, type Input, type Output } from "../../../operation.ts";
import { findRole, roleAccess } from "../roles/findRole.ts";

/** Deletes a service-linked role. No service here acts with one, so that nothing stands against it. */
export const deleteServiceLinkedRole = operation<
  Input<DeleteServiceLinkedRoleCommandInput>,
  Output<DeleteServiceLinkedRoleCommandOutput>
>({
  service: "iam",
  name: "DeleteServiceLinkedRole",
  documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html",
  readOnly: false,
  access: (context, { RoleName }) => roleAccess(context, "DeleteServiceLinkedRole", RoleName),
  run: (context, { RoleName }) => {
    const role = findRole(context, RoleName);
    if (role.linkedTo === undefined) {
      // How AWS answers is not recorded anywhere.
      throw new AwsError("InvalidInput", `The role ${RoleName} is not linked to a service: DeleteRole.`);
    }
    const { iam } = context.account;
    const DeletionTaskId = `task${role.path}${RoleName}/${context.instance.random.uuid()}`;
    iam.roles.remove(role);
    iam.roleDeletions.add(DeletionTaskId);
    return { DeletionTaskId };
  },
});
